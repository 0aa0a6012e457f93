/** RSA signatures, by WebCrypto. */
const RSA = 'RSASSA-PKCS1-v1_5'

type Bytes = Uint8Array<ArrayBuffer>

export const importPublicKey = (spki: Bytes, hash: string) =>
  crypto.subtle.importKey('spki', spki, { name: RSA, hash }, false, ['verify'])

export const importKey = (key: JsonWebKey, hash: string, use: 'sign' | 'verify') =>
  crypto.subtle.importKey('jwk', key, { name: RSA, hash }, false, [use])

export const isSignedBy = (key: CryptoKey, signature: Bytes, data: Bytes) =>
  crypto.subtle.verify(RSA, key, signature, data)

export const signWith = async (key: CryptoKey, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign(RSA, key, data))

export const digest = async (hash: string, data: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, data))

export const areEqual = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at])
