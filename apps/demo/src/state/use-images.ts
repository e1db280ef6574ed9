import { useCallback, useState } from 'preact/hooks'

/** Addresses of page images by file name, in lower case. They live as long as the page. */
export type Images = ReadonlyMap<string, string>

/** The page images a person added. */
export function useImages() {
  const [images, setImages] = useState<Images>(new Map())
  const addImages = useCallback((files: readonly File[]): void => {
    if (files.length === 0) return
    setImages((before) => {
      const after = new Map(before)
      for (const file of files) {
        const name = file.name.toLowerCase()
        const known = after.get(name)
        if (known !== undefined) URL.revokeObjectURL(known)
        after.set(name, URL.createObjectURL(file))
      }
      return after
    })
  }, [])
  return { images, addImages }
}
