import { commandNames, loadCommand } from './commands.ts'
import { flagsOf } from './flags.ts'

/** The whole command line as Markdown, for the documentation. */
export async function reference(): Promise<string> {
  const commands = await Promise.all(commandNames.map(loadCommand))
  const sections = commands.map(({ name, summary, arguments: words, options }) => {
    const flags = flagsOf(options).map(
      ({ flag, help }) =>
        `| \`${flag}\` | ${help.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`,
    )
    const table = flags.length > 0 ? ['', '| flag | |', '|---|---|', ...flags] : []
    return [
      `### ${['groundreel', name, ...words.map((word) => word.name)].join(' ')}`,
      '',
      summary,
      ...table,
    ].join('\n')
  })
  return `${sections.join('\n\n')}\n`
}
