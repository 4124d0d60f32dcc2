"""What the machine is and how fast it multiplies matrices."""

import os
import platform
import re
import time
from pathlib import Path

import numpy as np
import torch
from threadpoolctl import threadpool_limits

SIDE = 2048


def physical_cores():
    try:
        found = re.findall(r"physical id\s*: (\d+).*?core id\s*: (\d+)", Path("/proc/cpuinfo").read_text(), re.DOTALL)
    except OSError:
        found = []
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(len(set(found)) or available, available)


def description():
    text = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    model = re.search(r"model name\s*: (.*)", text)
    flags = set((re.search(r"flags\s*: (.*)", text) or ["", ""])[1].split())
    known = [flag for flag in ("avx2", "avx512f", "avx512_vnni", "avx_vnni", "amx_tile") if flag in flags]
    return {
        "processor": model[1] if model else platform.processor(),
        "physicalCores": physical_cores(),
        "instructions": known,
        "system": platform.platform(),
        "load": round(os.getloadavg()[0], 2),
    }


def peak_gflops(cores, rounds=12):
    """Best of float32 matrix products by PyTorch's and by NumPy's library."""
    torch.set_num_threads(cores)
    left, right = (np.random.default_rng(i).standard_normal((SIDE, SIDE), np.float32) for i in (0, 1))
    tensors = torch.from_numpy(left), torch.from_numpy(right)
    best = 0.0
    with threadpool_limits(cores):  # NumPy's library takes every core otherwise, whatever torch was told
        for product in (lambda: torch.mm(*tensors), lambda: left @ right):
            for _ in range(rounds):
                start = time.perf_counter()
                product()
                best = max(best, 2 * SIDE**3 / (time.perf_counter() - start) / 1e9)
    return best


def window_gflop(audio):
    """10⁹ operations in the matrix products of one window, for an AudioConfig; a multiply-add counts as two."""
    tokens, width = audio.grid**2, audio.channels
    total = 2 * tokens * audio.patch**2 * width
    for stage, depth in enumerate(audio.depths):
        linear = 2 * tokens * width * width * (4 + 2 * audio.mlp_ratio)
        attention = 4 * tokens * audio.window**2 * width
        total += depth * (linear + attention)
        if stage < len(audio.depths) - 1:
            tokens //= 4
            total += 2 * tokens * 4 * width * 2 * width
            width *= 2
    return total / 1e9
