import { useEffect, useMemo, useState } from 'react'

import { withoutRepeats, type PolicyKind } from '~/engine/policy/finding'
import { loadForPolicy } from '~/engine/policy/load'
import { validatePolicy } from '~/engine/policy/validate'
import { track } from '~/lib/idle'

/**
 * What the checks say of a policy's text. What they need to know of its services comes while
 * one writes; until it is there they say less, and should it not come they go on saying less.
 */
export function useFindings(text: string, kind: PolicyKind, resourceType?: string) {
  const [known, setKnown] = useState(0)
  useEffect(() => {
    let isShown = true
    void track(loadForPolicy(text))
      .then(() => isShown && setKnown((times) => times + 1))
      .catch(() => undefined)
    return () => {
      isShown = false
    }
  }, [text])
  return useMemo(
    () => withoutRepeats(validatePolicy(text, kind, resourceType ? { resourceType } : {})),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what is loaded is read from outside
    [text, kind, resourceType, known]
  )
}
