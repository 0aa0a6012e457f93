/** Keys and certificates for specs, made anew: none is kept anywhere. */
import { generateKeyPairSync } from 'node:crypto'
import { BIT_STRING, element, INTEGER, SEQUENCE, writePem } from './der'

const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18

const text = (value: string) => new TextEncoder().encode(value)

export function rsaKey() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }))
  return {
    spki,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    pkcs1: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    pkcs8: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    jwk: publicKey.export({ format: 'jwk' }),
  }
}

export function ecKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

type Options = { until?: string; versioned?: boolean; serial?: number }

/** A certificate that nobody signed: only its form is right. */
export function certificate(
  spki: Uint8Array,
  { until = '300115090000Z', versioned = true, serial = 1 }: Options = {}
) {
  const nothing = element(SEQUENCE)
  const time = (value: string) =>
    element(value.length === 13 ? UTC_TIME : GENERALIZED_TIME, text(value))
  const signed = element(
    SEQUENCE,
    ...(versioned ? [element(0xa0, element(INTEGER, [2]))] : []),
    element(INTEGER, [serial]),
    nothing,
    nothing,
    element(SEQUENCE, time('250115090000Z'), time(until)),
    nothing,
    spki
  )
  return writePem(
    'CERTIFICATE',
    element(SEQUENCE, signed, nothing, element(BIT_STRING, [0]))
  )
}
