"""COCO instances to Pascal VOC by datumaro; without images, as labels come without them."""
import sys

from datumaro import Dataset

from memory import report

dataset = Dataset.import_from(sys.argv[1], "coco")
dataset.export(sys.argv[2], "voc_detection", save_media=False)
report()
