/** One question at a time, asked by any part of the console, drawn once at the root. */
import { create } from 'zustand'

export type Confirmation = {
  header: string
  content: string
  /** The label of the primary button. */
  confirm: string
  run: () => unknown
}

type ConfirmState = { asked: Confirmation | undefined }

export const useConfirmStore = create<ConfirmState>()(() => ({ asked: undefined }))

export const confirm = (asked: Confirmation) => useConfirmStore.setState({ asked })

export const closeConfirmation = () => useConfirmStore.setState({ asked: undefined })
