/**
 * A situation as text, to stand in an address behind `#s=`: the world, who is signed in and the
 * time, as JSON, deflated, in base64url.
 */
import * as v from 'valibot'
import { worldProblem } from '~/engine/world-schema'
import type { World } from '~/engine'
import type { Meta } from '~/world/disk'

export type Packed = {
  /** The version of the program that packed it; others may understand worlds differently. */
  app: string
  world: World
  identity: unknown
  time?: string | undefined
  meta: Meta
}

const schema = v.object({
  app: v.string(),
  world: v.unknown(),
  identity: v.unknown(),
  time: v.optional(v.string()),
  meta: v.object({ scenario: v.string(), definition: v.optional(v.unknown()) }),
})

async function through(bytes: BlobPart, stream: CompressionStream | DecompressionStream) {
  const response = new Response(new Blob([bytes]).stream().pipeThrough(stream))
  return new Uint8Array(await response.arrayBuffer())
}

const toBase64Url = (bytes: Uint8Array) => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0)
  )

export async function pack(packed: Packed): Promise<string> {
  const text = JSON.stringify(packed)
  return toBase64Url(await through(text, new CompressionStream('deflate-raw')))
}

export class PackedWorldError extends Error {
  override name = 'PackedWorldError'
}

/** Throws a `PackedWorldError` that says what is wrong with the text. */
export async function unpack(text: string, app: string): Promise<Packed> {
  const packed = await parse(text)
  if (packed.app !== app) {
    throw new PackedWorldError(
      `This link was made with version ${packed.app}, and this is version ${app}.`
    )
  }
  const problem = worldProblem(packed.world)
  if (problem) throw new PackedWorldError(`This link holds no whole world: ${problem}.`)
  // `worldProblem` has found none
  return { ...packed, world: packed.world as World }
}

async function parse(text: string) {
  try {
    const bytes = await through(fromBase64Url(text), new DecompressionStream('deflate-raw'))
    return v.parse(schema, JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    throw new PackedWorldError('This link is not complete: what it holds cannot be read.')
  }
}
