import { crc32, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { encode } from 'uqr'
import { qrCodePng } from './qr-code'

/** A PNG's chunks by name, each with a sum that is right. */
function chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset)
  const chunks: Record<string, Uint8Array> = {}
  for (let at = 8; at < png.length;) {
    const length = view.getUint32(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(view.getUint32(at + 8 + length)).toBe(crc32(named))
    chunks[new TextDecoder().decode(named.subarray(0, 4))] = named.subarray(4)
    at += 12 + length
  }
  return chunks
}

/** The modules of a picture: four pixels each. */
function modulesOf(png: Uint8Array) {
  const { IHDR = new Uint8Array(8), IDAT = new Uint8Array() } = chunksOf(png)
  const width = new DataView(IHDR.buffer, IHDR.byteOffset).getUint32(0)
  // checks the sum of what was stored as well
  const rows = inflateSync(IDAT)
  const stride = Math.ceil(width / 8) + 1
  const isDark = (x: number, y: number) =>
    (((rows[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0
  const side = Array.from({ length: width / 4 }, (_, i) => i * 4 + 1)
  return side.map((y) => side.map((x) => isDark(x, y)))
}

test('begins as every PNG does', () => {
  const signature = [137, 80, 78, 71, 13, 10, 26, 10]
  expect([...qrCodePng('HELLO').subarray(0, 8)]).toEqual(signature)
})

test.each([1, 17, 160, 900])('the picture of %i letters is their code', (length) => {
  const text = 'x'.repeat(length)
  expect(modulesOf(qrCodePng(text))).toEqual(encode(text, { ecc: 'L', border: 4 }).data)
})
