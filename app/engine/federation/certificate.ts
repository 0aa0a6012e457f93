/**
 * The public key in an X.509 certificate. Who issued the certificate, and until when, is of no
 * concern to SAML: the key counts because the metadata names it.
 * https://datatracker.ietf.org/doc/html/rfc5280#section-4.1
 */
const SEQUENCE = 0x30
const VERSION = 0xa0

type Value = { tag: number; start: number; body: number; end: number }

/** One value of DER; nothing where the bytes do not hold a whole one. */
function valueAt(der: Uint8Array, start: number): Value | undefined {
  const tag = der[start]
  const first = der[start + 1]
  if (tag === undefined || first === undefined) return undefined
  const extra = first & 0x80 ? first & 0x7f : 0
  if (extra > 3 || first === 0x80) return undefined
  let length = extra === 0 ? first : 0
  for (let i = 0; i < extra; i++) length = length * 256 + (der[start + 2 + i] ?? 0)
  const body = start + 2 + extra
  const end = body + length
  return end <= der.length ? { tag, start, body, end } : undefined
}

function valuesIn(der: Uint8Array, { body, end }: Value): Value[] {
  const values: Value[] = []
  for (let at = body; at < end;) {
    const value = valueAt(der, at)
    if (!value || value.end > end) return []
    values.push(value)
    at = value.end
  }
  return values
}

/** Serial number, algorithm, issuer, validity and subject come before the key. */
const BEFORE_KEY = 5

/** The SubjectPublicKeyInfo, as WebCrypto takes it. */
export function publicKeyOf(certificate: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const whole = valueAt(certificate, 0)
  if (whole?.tag !== SEQUENCE || whole.end !== certificate.length) return undefined
  const [signed] = valuesIn(certificate, whole)
  if (signed?.tag !== SEQUENCE) return undefined
  const fields = valuesIn(certificate, signed)
  const key = fields[BEFORE_KEY + (fields[0]?.tag === VERSION ? 1 : 0)]
  return key?.tag === SEQUENCE ? certificate.slice(key.start, key.end) : undefined
}
