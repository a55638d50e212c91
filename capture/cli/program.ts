import { Command as Program, Option } from 'commander'
import { groundreelVersion } from '../version.ts'
import type { AnyCommand } from './command.ts'
import { commandNames, loadCommand } from './commands.ts'
import { flagsOf, optionsFrom } from './flags.ts'
import type { Io } from './io.ts'

/** The commander program for a call. Only the command that is called is loaded, all of them for help. */
export async function buildProgram(
  argv: readonly string[],
  io: Io,
  done: (code: number) => void,
): Promise<Program> {
  const program = new Program('groundreel')
    .description('Turns scenes in JSON into video clips whose captions are proven on the pixels.')
    .version(groundreelVersion(), '-V, --version', 'Print the version.')
    .option('--debug', 'Show the stack of unexpected errors, as GROUNDREEL_DEBUG=1 does.')
    .helpOption('-h, --help', 'Print help.')
    .helpCommand('help [command]', 'Print help for a command.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => widthOf(io.stdout.columns),
      getErrHelpWidth: () => widthOf(io.stderr.columns),
    })
    .showHelpAfterError('Add --help to see what is possible.')
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 something failed, 2 the input or the call was wrong.',
    )
  const [called = ''] = argv
  const wanted = commandNames.filter((name) => name === called)
  const commands = await Promise.all((wanted.length > 0 ? wanted : commandNames).map(loadCommand))
  for (const command of commands) addCommand(program, command, io, done)
  return program
}

function addCommand(
  program: Program,
  command: AnyCommand,
  io: Io,
  done: (code: number) => void,
): void {
  const sub = program.command(command.name).description(command.summary)
  for (const { name, doc } of command.arguments) sub.argument(name, doc)
  for (const { flag, help, read } of flagsOf(command.options))
    sub.addOption(read ? new Option(flag, help).argParser(read) : new Option(flag, help))
  sub.action(async () => {
    // Without their declared shape, commander's arguments are the words in order.
    const options = optionsFrom(command.options, sub.opts())
    done((await command.run({ args: sub.args, options, io })) ?? 0)
  })
}

function widthOf(columns = 100): number {
  return Math.min(columns, 100)
}
