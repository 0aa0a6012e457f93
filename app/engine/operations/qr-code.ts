/** A text as QR code, and the code as a picture. */
import { encode } from 'uqr'
import { pngOf } from './png'

const MARGIN = 4
const PIXELS = 4

/** The text has to fit into 2,900 bytes, which every name that IAM takes does. */
export function qrCodePng(text: string) {
  const { size, data } = encode(text, { ecc: 'L', border: MARGIN })
  return pngOf(
    size * PIXELS,
    (x, y) => data[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)] === true
  )
}
