"""The same checkpoint in PyTorch, by `transformers`: what an export is held to.

In float64: with gains that vary as training leaves them, PyTorch's float32 is itself off by more than an export may be.
"""

import torch
import transformers

NAME = f"transformers {transformers.__version__}, torch {torch.__version__}, float64"


class Reference:
    def __init__(self, checkpoint):
        self._model = transformers.ClapModel(transformers.ClapConfig(**checkpoint.description)).eval().double()
        state = {name: torch.tensor(tensor) for name, tensor in checkpoint.state.items()}
        self._model.load_state_dict(state, strict=False)
        absent = {name for name, _ in self._model.named_parameters()} - state.keys()
        if absent:  # our list of tensors would be wrong
            raise AssertionError(f"Tensors of the reference that no graph uses: {sorted(absent)}")

    @torch.inference_mode()
    def audio(self, features, longer=None):
        """[n, joint], not unit length; `longer` only for fused models."""
        flags = {} if longer is None else {"is_longer": torch.from_numpy(longer)}
        output = self._model.audio_model(input_features=torch.from_numpy(features).double(), **flags)
        return self._model.audio_projection(output.pooler_output).numpy()

    @torch.inference_mode()
    def text(self, rows):
        """[n, joint], not unit length; rows of equal length."""
        ids = torch.tensor(rows)
        output = self._model.text_model(input_ids=ids, attention_mask=torch.ones_like(ids))
        return self._model.text_projection(output.pooler_output).numpy()
