import type { Locate, PlaceInFile } from '@labelport/format'

/** The places of statements that a format told while it read a file. */
export interface Places {
  readonly locate: Locate
  /** Hands a place out and forgets it; undefined when the format did not tell. */
  take(type: 'annotation' | 'comment', id: string): PlaceInFile | undefined
}

/** Starts with no place known. Taken ones are forgotten, so a long file holds those of its last segments only. */
export function openPlaces(): Places {
  const places = { annotation: new Map<string, PlaceInFile>(), comment: new Map() }
  return {
    locate: (type, id, place) => void places[type].set(id, place),
    take(type, id) {
      const place = places[type].get(id)
      places[type].delete(id)
      return place
    },
  }
}
