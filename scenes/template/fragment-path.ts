/** A path that leads out of the template's folder tree, or is none. */
export class PathFault extends Error {}

/**
 * The path from the template's folder of a file that another names. Throws `PathFault` for an absolute path,
 * an address, and one that climbs out.
 * @param from the folder of the file that names it, from the template's folder; `` for that folder itself
 */
export function fragmentPath(file: string, from: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(file)) throw new PathFault('must be a file, not an address')
  if (/^[/\\~]/.test(file)) throw new PathFault('must be relative to the file that names it')
  if (/[\\\p{Cc}]/u.test(file)) throw new PathFault('must be written with / between its folders')
  const steps: string[] = []
  for (const step of [...from.split('/'), ...file.split('/')]) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined)
      throw new PathFault("leads out of the template's folder; only files in it or below are read")
  }
  if (steps.length === 0) throw new PathFault('must name a file')
  return steps.join('/')
}

/** The folder of a path: `fragments/ball.json` lies in `fragments`. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}
