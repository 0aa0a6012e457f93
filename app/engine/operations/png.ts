/**
 * A black and white square as PNG, one bit a pixel, not compressed.
 * https://www.w3.org/TR/png-3/
 */
function crcOf(bytes: readonly number[]) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc
}

function adlerOf(bytes: readonly number[]) {
  let low = 1
  let high = 0
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return (high << 16) | low
}

const word = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

const chunk = (name: string, data: readonly number[]) => {
  const named = [...new TextEncoder().encode(name), ...data]
  return [...word(data.length), ...named, ...word(crcOf(named))]
}

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]

const LONGEST = 0xffff

/** zlib's frame around blocks that are stored as they are. */
function stored(data: readonly number[]) {
  const blocks: number[] = []
  for (let at = 0; at < data.length; at += LONGEST) {
    const part = data.slice(at, at + LONGEST)
    const isLast = at + LONGEST >= data.length
    const [low, high] = [part.length & 255, part.length >>> 8]
    blocks.push(Number(isLast), low, high, low ^ 255, high ^ 255, ...part)
  }
  return [0x78, 0x01, ...blocks, ...word(adlerOf(data))]
}

/** `isDark` tells the pixel in a column and row; outside of the square it is light. */
export function pngOf(size: number, isDark: (x: number, y: number) => boolean) {
  const rows: number[] = []
  for (let y = 0; y < size; y++) {
    // the first byte says how a row is filtered, which it is not; of the others one is white
    rows.push(0)
    for (let x = 0; x < size; x += 8) {
      let byte = 0
      for (let bit = 0; bit < 8; bit++) byte = (byte << 1) | Number(!isDark(x + bit, y))
      rows.push(byte)
    }
  }
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', [...word(size), ...word(size), 1, 0, 0, 0, 0]),
    ...chunk('IDAT', stored(rows)),
    ...chunk('IEND', []),
  ])
}
