import { EnvironmentError, GroundreelError } from '../errors.ts'

/** What lies in a bucket is not what the manifest of its clip says, or there is no clip. */
export class Damaged extends GroundreelError {}

/** A bucket that does not answer, or not to us: no fault of a clip. */
export class BucketError extends EnvironmentError {}
