export type NotAReportCode = 'not-a-report' | 'no-agency' | 'no-year' | 'several-reports';

/** The document cannot be held as an annual report; `message` is Chinese and says why. */
export class NotAReport extends Error {
  constructor(
    readonly code: NotAReportCode,
    message: string,
  ) {
    super(message);
    this.name = 'NotAReport';
  }
}
