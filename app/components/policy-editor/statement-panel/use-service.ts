import { useEffect, useState } from 'react'
import {
  isServiceLoaded,
  loadServiceAuthorization,
  serviceOf,
} from '~/engine/catalog/service-authorization'
import { track } from '~/lib/idle'

/** What a service has to offer, which comes when it is first asked for. */
export function useService(prefix: string | undefined) {
  const [, setLoads] = useState(0)
  const isMissing = prefix !== undefined && !isServiceLoaded(prefix)
  useEffect(() => {
    if (!isMissing) return
    let isShown = true
    const note = () => {
      if (isShown) setLoads((times) => times + 1)
    }
    void track(loadServiceAuthorization([prefix])).then(note, note)
    return () => {
      isShown = false
    }
  }, [isMissing, prefix])
  return prefix === undefined ? undefined : serviceOf(prefix)
}
