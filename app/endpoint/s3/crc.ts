/**
 * The checksums that S3's clients send: cyclic redundancy checks, lowest bit first.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
const bigEndian = (...words: number[]) =>
  new Uint8Array(
    words.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255))
  )

function createCrc32(polynomial: number) {
  const table = new Int32Array(256).map((_, index) => {
    let value = index
    for (let bit = 0; bit < 8; bit++) {
      value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    }
    return value
  })
  return (bytes: Uint8Array) => {
    let crc = -1
    for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 255] ?? 0)
    return bigEndian(~crc)
  }
}

export const crc32 = createCrc32(0xedb88320)
export const crc32c = createCrc32(0x82f63b78)

/** 0x9a6c9329ac4bc9b5, which no number of ours holds. */
const HIGH = 0x9a6c9329
const LOW = 0xac4bc9b5

function createCrc64() {
  const high = new Int32Array(256)
  const low = new Int32Array(256)
  for (let index = 0; index < 256; index++) {
    let [top, bottom] = [0, index]
    for (let bit = 0; bit < 8; bit++) {
      const isOdd = bottom & 1
      bottom = (bottom >>> 1) | (top << 31)
      top = top >>> 1
      if (isOdd) [top, bottom] = [top ^ HIGH, bottom ^ LOW]
    }
    high[index] = top
    low[index] = bottom
  }
  return (bytes: Uint8Array) => {
    let [top, bottom] = [-1, -1]
    for (const byte of bytes) {
      const index = (bottom ^ byte) & 255
      bottom = ((bottom >>> 8) | (top << 24)) ^ (low[index] ?? 0)
      top = (top >>> 8) ^ (high[index] ?? 0)
    }
    return bigEndian(~top, ~bottom)
  }
}

export const crc64nvme = createCrc64()
