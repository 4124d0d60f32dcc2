#!/bin/sh
# Draws the logo's sizes from earmark.svg: the window's icons and the installer's. Needs rsvg-convert (librsvg2-bin).
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
window="$here/../src/main/resources/app/earmark/ui/icons"
mkdir -p "$window"
for size in 16 24 32 48 64 128 256; do
  rsvg-convert --width "$size" --height "$size" "$here/earmark.svg" --output "$window/earmark-$size.png"
done
rsvg-convert --width 512 --height 512 "$here/earmark.svg" --output "$here/earmark-512.png"
