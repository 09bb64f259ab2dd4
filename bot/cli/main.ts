#!/usr/bin/env node
import { endQuietlyWhenUnread, standardOutput } from './output.ts';
import { run } from './run.ts';
import { loadEnvironment } from './settings.ts';

endQuietlyWhenUnread();
loadEnvironment();
process.exitCode = await run(process.argv.slice(2), standardOutput);
