/** The part of the script that puts images where the builder of image folders looks for them. */
export const placeImages = `
def named_images():
    """The folder and the name of every image that the metadata asks for."""
    for file in sorted(FOLDER.glob("*/*/metadata.*")):
        if file.suffix == ".parquet":
            from pyarrow import parquet

            names = parquet.read_table(file, columns=["file_name"])["file_name"].to_pylist()
        else:
            lines = file.read_text("utf-8").split("\\n")
            names = [json.loads(line)["file_name"] for line in lines if line]
        for name in names:
            yield file.parent, name


def place_images(sources):
    """Copies images from the folders that are given; says which are missing."""
    missing = []
    for folder, name in named_images():
        found = [Path(source) / name for source in sources if (Path(source) / name).is_file()]
        if found and not (folder / name).exists():
            shutil.copyfile(found[0], folder / name)
        if not (folder / name).exists():
            missing.append((folder / name).relative_to(FOLDER).as_posix())
    if missing:
        names = "\\n  ".join(missing[:20])
        sys.exit(
            f"{len(missing)} images are missing. Run: python load.py path/to/images"
            f"\\nThe first ones belong here:\\n  {names}"
        )
`
