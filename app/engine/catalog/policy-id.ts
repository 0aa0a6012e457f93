const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** FNV-1a over 32 bits, finished so that neighbours differ in every bit. */
function hash(text: string, seed: number) {
  let sum = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++)
    sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b)
  return (sum ^ (sum >>> 13)) >>> 0
}

/**
 * A policy's unique ID, made from its ARN: the same in every world.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
 */
export function policyIdOf(arn: string) {
  const letters = Array.from({ length: 17 }, (_, i) => ALPHABET[hash(arn, i * 7919) % 32])
  return `ANPA${letters.join('')}`
}
