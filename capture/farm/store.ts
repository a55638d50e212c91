/** Where clips are kept that workers render away from the reel. */
export interface ClipStore {
  has(id: string): Promise<boolean>
  /** Stores a finished clip from its folder, once. */
  put(id: string, folder: string): Promise<void>
  /** Brings a clip into a folder, complete and checked; nothing happens where it is already. */
  fetch(id: string, folder: string): Promise<void>
}
