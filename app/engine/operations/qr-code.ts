/**
 * A text as QR code: bytes, the lowest level of error correction, always the first mask. Which
 * of the eight masks is taken matters to no reader.
 * https://www.iso.org/standard/83389.html
 */
import { pngOf } from './png'

/** Error correction bytes of a block, and blocks, by version from 1 on. */
const correction = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30,
  30, 26, 28, 30, 30, 30, 30,
]
const blockCounts = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13,
  14, 15,
]

const sizeOf = (version: number) => 17 + 4 * version

const alignmentsPerSide = (version: number) =>
  version === 1 ? 0 : Math.floor(version / 7) + 2

/** Bytes that fit around the patterns. */
function capacityOf(version: number) {
  const side = alignmentsPerSide(version)
  const patterns = side === 0 ? 0 : (25 * side - 10) * side - 55
  const modules = (16 * version + 128) * version + 64 - patterns - (version >= 7 ? 36 : 0)
  return Math.floor(modules / 8)
}

const correctionOf = (version: number) => correction[version - 1] ?? 0
const blocksOf = (version: number) => blockCounts[version - 1] ?? 1

const dataBytes = (version: number) =>
  capacityOf(version) - correctionOf(version) * blocksOf(version)

const headerBits = (version: number) => (version < 10 ? 12 : 20)

function versionFor(length: number) {
  const fits = (version: number) =>
    length * 8 + headerBits(version) <= dataBytes(version) * 8
  return correction.findIndex((_, index) => fits(index + 1)) + 1
}

/** Multiplication in the field of 256 elements that the code's bytes live in. */
function times(a: number, b: number) {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((b >>> bit) & 1) * a
  }
  return product
}

function generatorOf(degree: number) {
  let polynomial = [1]
  let root = 1
  for (let i = 0; i < degree; i++) {
    const shifted = [...polynomial, 0]
    polynomial = shifted.map((value, at) => value ^ times(polynomial[at - 1] ?? 0, root))
    root = times(root, 2)
  }
  return polynomial.slice(1)
}

function remainderOf(data: number[], generator: number[]) {
  const rest: number[] = generator.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0)
    rest.push(0)
    generator.forEach((value, at) => {
      rest[at] = (rest[at] ?? 0) ^ times(value, factor)
    })
  }
  return rest
}

function toData(bytes: Uint8Array, version: number) {
  const count = bytes.length.toString(2).padStart(headerBits(version) - 4, '0')
  const body = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const room = dataBytes(version)
  const text = `0100${count}${body}0000`.slice(0, room * 8)
  const filled = text.padEnd(Math.ceil(text.length / 8) * 8, '0')
  const data = (filled.match(/.{8}/g) ?? []).map((bits) => parseInt(bits, 2))
  for (let pad = 0xec; data.length < room; pad ^= 0xfd) data.push(pad)
  return data
}

/** Blocks with their error correction, byte by byte in turn. */
function interleave(data: number[], version: number) {
  const count = blocksOf(version)
  const degree = correctionOf(version)
  const generator = generatorOf(degree)
  const short = Math.floor(data.length / count)
  const shorts = count - (data.length % count)
  const blocks = Array.from({ length: count }, (_, i) => {
    const start = i * short + Math.max(0, i - shorts)
    return data.slice(start, start + short + Number(i >= shorts))
  })
  const checks = blocks.map((block) => remainderOf(block, generator))
  const inTurn = (lists: number[][], longest: number) =>
    Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []))
  return [...inTurn(blocks, short + 1), ...inTurn(checks, degree)].flat()
}

/** Dark is true; what no pattern covers is left out. */
type Modules = Map<number, boolean>

function bch(value: number, bits: number, polynomial: number) {
  let rest = value
  for (let i = 0; i < bits; i++) {
    rest = (rest << 1) ^ ((rest >>> (bits - 1)) * polynomial)
  }
  return (value << bits) | rest
}

function alignmentsOf(version: number) {
  const side = alignmentsPerSide(version)
  if (side === 0) return []
  const step = Math.ceil((version * 4 + 4) / (side * 2 - 2)) * 2
  const last = sizeOf(version) - 7
  const rest = Array.from({ length: side - 1 }, (_, i) => last - i * step)
  return [6, ...rest.reverse()]
}

function drawPatterns(version: number) {
  const size = sizeOf(version)
  const modules: Modules = new Map()
  const set = (x: number, y: number, dark: boolean) => {
    if (x >= 0 && y >= 0 && x < size && y < size) modules.set(y * size + x, dark)
  }
  const square = (cx: number, cy: number, reach: number, light: number[]) => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, !light.includes(ring))
      }
    }
  }
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0)
    set(i, 6, i % 2 === 0)
  }
  const ends = alignmentsOf(version)
  const [first, last] = [ends.at(0), ends.at(-1)]
  for (const x of ends) {
    for (const y of ends) {
      const isCorner =
        (x === first && y === first) ||
        (x === first && y === last) ||
        (x === last && y === first)
      if (!isCorner) square(x, y, 2, [1])
    }
  }
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(x, y, 4, [2, 4])
  drawFormat(size, set)
  if (version >= 7) drawVersion(version, size, set)
  return modules
}

type Draw = (x: number, y: number, dark: boolean) => void

/** The level of error correction and the mask, twice. */
function drawFormat(size: number, set: Draw) {
  const bits = bch(0b01000, 10, 0x537) ^ 0x5412
  const bit = (i: number) => ((bits >>> i) & 1) === 1
  for (let i = 0; i < 15; i++) {
    const near = i < 6 ? i : i < 8 ? i + 1 : 0
    if (i < 8) set(8, near, bit(i))
    else set(i === 8 ? 7 : 14 - i, 8, bit(i))
    if (i < 8) set(size - 1 - i, 8, bit(i))
    else set(8, size - 15 + i, bit(i))
  }
  set(8, size - 8, true)
}

function drawVersion(version: number, size: number, set: Draw) {
  const bits = bch(version, 12, 0x1f25)
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >>> i) & 1) === 1
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
    set(a, b, dark)
    set(b, a, dark)
  }
}

/** From the right in columns two wide, up and down in turn, around the patterns. */
function drawData(modules: Modules, size: number, bytes: number[]) {
  const filled: Modules = new Map(modules)
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size * 2; step++) {
      const upward = ((right + 1) & 2) === 0
      const x = right - (step % 2)
      const line = step >> 1
      const y = upward ? size - 1 - line : line
      if (modules.has(y * size + x)) continue
      const bit = ((bytes[at >> 3] ?? 0) >>> (7 - (at & 7))) & 1
      filled.set(y * size + x, (bit === 1) !== ((x + y) % 2 === 0))
      at++
    }
  }
  return filled
}

const MARGIN = 4
const PIXELS = 4

/** The text has to fit into 1,700 bytes, which every name that IAM takes does. */
export function qrCodePng(text: string) {
  const bytes = new TextEncoder().encode(text)
  const version = versionFor(bytes.length)
  const size = sizeOf(version)
  const data = interleave(toData(bytes, version), version)
  const modules = drawData(drawPatterns(version), size, data)
  const place = (pixel: number) => Math.floor(pixel / PIXELS) - MARGIN
  return pngOf((size + 2 * MARGIN) * PIXELS, (px, py) => {
    const [x, y] = [place(px), place(py)]
    return x >= 0 && y >= 0 && x < size && y < size && modules.get(y * size + x) === true
  })
}
