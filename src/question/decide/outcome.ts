import type { Query } from '../../model/query.ts';
import type { Frame } from '../read/frame.ts';
import { breakdown } from '../resolve/readings.ts';

const asks =
  /^(?:那么?|后来|最后|最终|然后)*(?:这些|它们?的?|案子|官司|都|各自)*(?:(?:办理|处理|审理|判决|复议|诉讼|最终)?结果(?:都)?(?:如何|怎么样|怎样|咋样|怎么了|是什么|是啥|分别.*)?|(?:是)?怎么判的?|判得?怎么样|判了没有?|谁赢了?|输赢(?:如何|怎么样)?|输了还是赢了|赢了还是输了)[\s?？。!！呢啊呀了吗]*$/;
/** What comes in has outcomes; a row that is one already has none. */
const comesIn = /^applications\.(?:newReceived|received|carriedIn|handledTotal)\./;

/** 结果怎么样 after a figure of lawsuits, reconsiderations or applications: the columns or rows of its outcomes. */
export function asOutcome(frame: Frame, { readings }: Query): Frame {
  const own = frame.metrics.wanted.length > 0 && !frame.metrics.weak;
  if (own || !asks.test(frame.sentence.text)) return frame;
  const wholes = readings.filter((id) => id.startsWith('reviews.') || comesIn.test(id));
  const sums = wholes.filter((id) => !/^reviews\.(?:direct|litigationAfter)/.test(id));
  const [first] = sums.length > 0 ? sums : wholes;
  if (first === undefined) return frame;
  const whole = first.startsWith('reviews.')
    ? first
    : first.replace(/^applications\.\w+/, 'applications.handledTotal');
  const wanted = breakdown([[whole]], false);
  return {
    ...frame,
    metrics: { ...frame.metrics, wanted, doubtful: [], weak: false },
    has: (...intents) => frame.has(...intents.filter((intent) => intent !== 'summary' && intent !== 'least')),
  };
}
