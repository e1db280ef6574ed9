import { isObject, type JsonObject, noFindings, overlay, sameJson } from '@labelport/format'
import type { Medium, Page } from '@labelport/model'
import { readPages } from './media.ts'

/** Writes the pages of all media; those of the source come back while they mean the same. */
export function writePages(media: readonly Medium[], source: JsonObject | undefined): unknown {
  const pages = media.flatMap((medium) => medium.pages)
  if (source !== undefined && sameJson(readPages(source, noFindings), pages)) return source.pages
  const before: readonly unknown[] = Array.isArray(source?.pages) ? source.pages : []
  return pages.map((page) => writePage(page, before))
}

function writePage({ index, width, height }: Page, before: readonly unknown[]): JsonObject {
  const own = before.filter(isObject).find((page) => page.pageIndex === index)
  return overlay(own, { pageIndex: index, pageHeight: height, pageWidth: width })
}
