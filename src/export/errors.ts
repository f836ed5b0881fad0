import { isErrorNamed } from '../diagnostics/is-error.js'
import type { Message } from '../diagnostics/message.js'

/** Wrong usage or wrong configuration: nothing was attempted. The command ends with 2. */
export class UsageError extends Error {
  override name = 'UsageError'
  constructor(
    reason: string,
    readonly hint?: string,
    /** Where a file is at fault, its messages. */
    readonly messages: readonly Message[] = [],
  ) {
    super(reason)
  }
}

/** The surroundings fail: disk full, no permission. The command ends with 3. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
  constructor(
    reason: string,
    readonly hint?: string,
    cause?: unknown,
  ) {
    super(reason, { cause })
  }
}

/** Returns whether an error is one of wrong usage, a plugin's own included. */
export function isUsageError(error: unknown): error is UsageError {
  return isErrorNamed(error, 'UsageError') && 'messages' in error
}

/** Returns whether an error says that the surroundings fail, a plugin's own included. */
export function isEnvironmentError(error: unknown): error is EnvironmentError {
  return isErrorNamed(error, 'EnvironmentError')
}

const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file is larger than the system allows',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'part of the path is a file, not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file stands in the place of a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'symbolic links go in a circle',
  EBUSY: 'the file is in use',
  EINVAL: 'the system does not accept this name',
}

/** Returns an error of the file system as one that says what failed; any other error as it is. */
export function environmentError(error: unknown, doing: string): unknown {
  const { code } = (error ?? {}) as NodeJS.ErrnoException
  if (isEnvironmentError(error) || typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) return error
  return new EnvironmentError(`${doing}: ${reasons[code] ?? code}`, undefined, error)
}
