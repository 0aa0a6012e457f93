import type { JsonNode } from '../parse'

/** What the API says, and the part of the text that made it say so. */
export type Refusal = { message: string; node: JsonNode }

export const refusal = (message: string, node: JsonNode): Refusal => ({ message, node })
