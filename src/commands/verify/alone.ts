#!/usr/bin/env node
import { help, verify } from '../verify.ts';

/** `npx nutgraf-verify`: for whoever has a copy and no newsroom. */
const args = process.argv.slice(2);
if (!args.length || args.includes('--help')) console.log(help.replaceAll('nutgraf verify', 'nutgraf-verify'));
else process.exitCode = await verify(args);
