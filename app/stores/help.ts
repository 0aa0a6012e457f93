/** The help panel: which page it shows, and whether it is open. */
import { create } from 'zustand'

type HelpState = { open: boolean; topic: string | undefined }

export const useHelpStore = create<HelpState>()(() => ({ open: false, topic: undefined }))

export const openHelp = (topic: string) => useHelpStore.setState({ open: true, topic })

export const setHelpOpen = (open: boolean) => useHelpStore.setState({ open })

/** A new page starts with its own help. */
export const setHelpTopic = (topic: string | undefined) => useHelpStore.setState({ topic })
