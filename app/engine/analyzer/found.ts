import type { AnalyzerFinding } from '../model'

/** What an analysis comes to, before anything is known of an earlier one. */
export type Found = Omit<AnalyzerFinding, 'id' | 'status' | 'created' | 'updated'> & {
  /** The same for as long as it is the same finding. */
  about: string
  /** When it became so, where the analysis can tell. */
  since?: string
}
