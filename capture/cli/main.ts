#!/usr/bin/env node
import { greet } from './greeting.ts'
import { interruptible } from './interrupt.ts'
import { drained, processIo } from './io.ts'

// The greeting comes first and the rest is loaded after it: that alone takes a slow machine a second or two.
const { signal, exitCode } = interruptible(process)
const io = processIo(process, signal)
const argv = process.argv.slice(2)
greet(argv, io)
const { runCli } = await import('./run-cli.ts')
const code = await runCli(argv, io)
await drained(io)
// Whatever still keeps Node alive has no say any more.
process.exit(exitCode() ?? code)
