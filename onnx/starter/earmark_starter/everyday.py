"""Everyday classes read off the clips' file names: prompt, words that make a member, words that forbid it.

Nobody listened: a class is as true as its file names. A clip that falls into two classes is in none.
"""

import re

import numpy as np

ALWAYS_FORBIDDEN = "voice|emoji|weather|pencil|pill"
SPOKEN = ("person laughing", "person screaming", "breathing", "person coughing")

CLASSES = (
    ("dog barking", "dog|angerdog|bark", "hot"),
    ("cat meowing", "cat|meows?", "wild|leopard"),
    ("cow mooing", "cow|moo", ""),
    ("sheep or goat bleating", "sheep|goat|bleat", ""),
    ("horse", "horse", "foot"),
    ("lion or bear growling", "lion|bear|tiger|leopard|gorilla", "saw"),
    ("birds chirping", "birds?|canary|parrot|raven|chirp|crow|owl|seagull", "angry"),
    ("insects buzzing", "cicada|bee|crickets?|mosquito|fly|insect", "up"),
    ("wolf howling", "wolf|howl", "wind"),
    ("chicken", "chicken|hen|rooster", ""),
    ("rain", "rain|rainy", ""),
    ("thunder", "thunder|lightning", ""),
    ("wind blowing", "wind|gust", "up"),
    ("water splashing", "splash|swim|diving", "mud|slime|acid"),
    ("stream or waterfall", "waterfall|stream|river|ocean|waves?", "noise|synth|shock"),
    (
        "fire crackling",
        "fire|fireplace|burn|burning|campfire",
        "gun|rifle|weapon|fi|ball|rocket|shot|shotgun|pistol|sniper|machine|alarm|spell|plasma|cannon|launch|engine",
    ),
    ("person coughing", "cough", ""),
    ("person laughing", "laugh|laughter|giggle", "evil|monster|demon|clown"),
    ("person screaming", "scream|yell", "monster|alien|demon|creature|inhuman"),
    ("breathing", "breath|breathing|wheeze", "monster"),
    ("burping", "burp", ""),
    ("footsteps", "footsteps?", ""),
    ("door opening or closing", "doors?", "bell|knock|handle|space|sci|lock|garage|car|alien"),
    ("door knocking", "knock", ""),
    ("clock ticking", "clock|tick|watch", "user"),
    ("glass breaking", "glass", "chime|ping|clink|put|down"),
    ("helicopter", "helicopter|chopper", ""),
    ("airplane", "airplane|jet|plane", ""),
    ("chainsaw", "chainsaw", ""),
    ("hammer", "hammer", ""),
    ("alarm", "alarm", ""),
    ("car engine", "car|motor|engine|combustion", "door|horn|space|crash|card"),
    ("train", "train", ""),
    ("bell ringing", "bells?", "door"),
    ("fireworks", "fireworks?", ""),
    (
        "gunshot",
        "gun|rifle|pistol|shotgun|sniper|gunshot",
        "reload|cock|empty|space|laser|sci|retro|load|draw|click|pump|up|synth",
    ),
    ("explosion", "explosion|explode", "retro|sci|video"),
    ("keyboard typing", "keyboard|typing", ""),
    ("paper page turning", "page|paper|riffle", "cutter"),
    ("coins", "coins?", ""),
    ("pouring or dripping water", "drips?|pour|pouring|drip", ""),
    ("telephone ringing", "phone|telephone", "cell"),
    ("vomiting", "vomit", ""),
    ("bubbles", "bubbles?|boiling", ""),
    ("whoosh", "whoosh|woosh|swish", ""),
)
PROMPTS = tuple(prompt for prompt, _, _ in CLASSES)


def labels(names, captions):
    """[n] class index, or -1."""
    result = np.full(len(names), -1)
    for i, (name, caption) in enumerate(zip(names, captions)):
        members = [k for k, entry in enumerate(CLASSES) if _is_member(entry, name, caption)]
        if len(members) == 1:
            result[i] = members[0]
    return result


def _is_member(entry, name, caption):
    prompt, wanted, forbidden = entry
    if not _has(wanted, name) or (forbidden and _has(forbidden, caption)):
        return False
    return prompt in SPOKEN or not _has(ALWAYS_FORBIDDEN, caption)


def _has(words, text):
    return re.search(rf"\b(?:{words})\b", text) is not None
