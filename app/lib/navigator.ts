/** The way to another page for what is no part of the pages; set once there is a router. */
type Navigate = (address: string) => Promise<void> | void

let navigate: Navigate = (address) => window.location.assign(address)

export const setNavigator = (next: Navigate) => {
  navigate = next
}

/** Goes there as a link does, in the world one is in. */
export const goTo = async (address: string) => navigate(address)
