/** The world out of the page and into it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { World } from '~/engine'
import { worldProblem } from '~/engine/world-schema'
import { clock } from '~/lib/clock'
import { patchWorld } from '~/scenarios/patch'
import { useIdentityStore } from '~/stores/identity'
import { cloud } from './cloud'
import { signOutStrangers } from './identity'
import { pack } from './packed-world'
import { metaOfCurrent } from './scenarios'
import { putWorld } from './start'

/** A copy: what a test does with it changes nothing here. */
export const exportWorld = (): World => structuredClone(cloud().world)

export async function importWorld(world: unknown) {
  const problem = worldProblem(world)
  if (problem)
    throw new Error(`this is no world: ${problem} is missing or of the wrong kind`)
  // `worldProblem` has found none
  await putWorld(structuredClone(world) as World, metaOfCurrent())
  signOutStrangers()
}

export async function patchState(patch: unknown) {
  const { world } = cloud()
  await putWorld(patchWorld(world, patch, clock.now()), metaOfCurrent())
  signOutStrangers()
}

/** JSON whose records are sorted by key, so that equal values have equal texts. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
        )
      : inner
  )

export const hashWorld = () =>
  bytesToHex(sha256(new TextEncoder().encode(canonical(cloud().world))))

export const packWorld = () =>
  pack({
    app: __APP_VERSION__,
    world: cloud().world,
    identity: useIdentityStore.getState(),
    time: clock.isStanding() ? clock.now() : undefined,
    meta: metaOfCurrent(),
  })
