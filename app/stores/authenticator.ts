/**
 * The simulated authenticator: what a phone would hold, for people who have none at hand. A
 * device gets here with the secret that its owner was shown.
 */
import * as v from 'valibot'
import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { keptStorage } from '~/lib/kept'

const device = v.object({ serial: v.string(), seed: v.string() })
const authenticator = v.object({ devices: v.fallback(v.array(device), []) })

export type HeldDevice = v.InferOutput<typeof device>
type Authenticator = v.InferOutput<typeof authenticator>

const empty: Authenticator = { devices: [] }

export const useAuthenticatorStore = create<Authenticator>()(
  persist(() => empty, {
    name: 'understudy.authenticator/v1',
    storage: createJSONStorage(() => keptStorage),
    merge: (stored) => {
      const parsed = v.safeParse(authenticator, stored)
      return parsed.success ? parsed.output : empty
    },
  })
)

const { setState } = useAuthenticatorStore

const without = (devices: HeldDevice[], serial: string) =>
  devices.filter((each) => each.serial !== serial)

export const deviceHeld = (held: HeldDevice) =>
  setState(({ devices }) => ({ devices: [held, ...without(devices, held.serial)] }))

export const deviceDropped = (serial: string) =>
  setState(({ devices }) => ({ devices: without(devices, serial) }))

/** In another world there are other devices. */
export const devicesForgotten = () => setState(empty)
