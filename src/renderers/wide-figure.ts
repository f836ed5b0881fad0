/**
 * Where text runs in columns, pictures at least so wide for their height, side by side taken together, stand across all of
 * them: in one column little of them could be seen.
 */
export const WIDE_ASPECT = 1.75
