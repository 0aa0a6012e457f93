/**
 * A black and white picture as PNG, one bit a pixel, not compressed.
 * https://www.w3.org/TR/png-3/
 */
function crcOf(bytes: Uint8Array) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function adlerOf(bytes: Uint8Array) {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return ((high << 16) | low) >>> 0
}

const join = (...parts: (Uint8Array | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]))

const word = (value: number) => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
]

function chunk(name: string, data: Uint8Array | number[]) {
  const named = join(new TextEncoder().encode(name), data)
  return join(word(data.length), named, word(crcOf(named)))
}

const LONGEST = 0xffff

/** zlib's frame around blocks that are stored as they are. */
function stored(data: Uint8Array) {
  const blocks: number[] = []
  for (let at = 0; at < data.length; at += LONGEST) {
    const part = data.subarray(at, at + LONGEST)
    const isLast = at + LONGEST >= data.length
    const { length } = part
    const low = length & 255
    const high = length >>> 8
    blocks.push(Number(isLast), low, high, low ^ 255, high ^ 255, ...part)
  }
  return join([0x78, 0x01], blocks, word(adlerOf(data)))
}

/** `isDark` tells the pixel in a column and row of a square. */
export function pngOf(size: number, isDark: (x: number, y: number) => boolean) {
  const width = Math.ceil(size / 8)
  const rows = new Uint8Array((width + 1) * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < width * 8; x++) {
      // one is white; the first byte of a row says how it is filtered, which it is not
      const at = y * (width + 1) + 1 + (x >> 3)
      if (x >= size || !isDark(x, y)) rows[at] = (rows[at] ?? 0) | (128 >> (x & 7))
    }
  }
  return join(
    [137, 80, 78, 71, 13, 10, 26, 10],
    chunk('IHDR', [...word(size), ...word(size), 1, 0, 0, 0, 0]),
    chunk('IDAT', stored(rows)),
    chunk('IEND', [])
  )
}
