/** What is to be simulated, as the page has it; nothing of it is kept in the account. */
export type Draft = {
  /** Policies that are left out. */
  left: string[]
  /** Texts of policies that were changed for the simulation alone, by the policy's ID. */
  edits: Record<string, string>
  withoutScps: boolean
  /** Policies that nobody has. */
  texts: string[]
  actions: string[]
  /** ARNs for every action, one in each line. */
  resources: string
  /** The same for single actions. */
  own: Record<string, string>
  resourcePolicy: string
  owner: string
  caller: string
  /** Values by context key, one in each line where there may be several. */
  context: Record<string, string>
}

export const NEW_POLICY = `{
    "Version": "2012-10-17",
    "Statement": []
}`

export const freshDraft: Draft = {
  left: [],
  edits: {},
  withoutScps: false,
  texts: [NEW_POLICY],
  actions: [],
  resources: '',
  own: {},
  resourcePolicy: '',
  owner: '',
  caller: '',
  context: {},
}

/** One in each line: names of roles may have commas. */
export const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const wordsOf = (text: string) => text.split(/[\s,]+/).filter(Boolean)

/** The resources that an action is simulated on; none is any. */
export function resourcesOf({ own, resources }: Draft, action: string) {
  const ofAction = linesOf(own[action] ?? '')
  return [...new Set(ofAction.length > 0 ? ofAction : linesOf(resources))]
}

/** Adds names of actions as they were typed: each once, whatever their case. */
export function withActions(actions: readonly string[], more: readonly string[]): string[] {
  const known = new Set(actions.map((action) => action.toLowerCase()))
  const added = more.filter((action) => {
    const name = action.toLowerCase()
    const isNew = !known.has(name)
    known.add(name)
    return isNew
  })
  return [...actions, ...added]
}
