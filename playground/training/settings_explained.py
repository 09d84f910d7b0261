"""What is to be said of the settings of a run and of its data, beyond the line that stands in their records.

``SETTINGS`` holds them by the record's name and the field's: ``SETTINGS["TrainingSettings", "epochs"]``. A record of
``core.project`` says what a field holds and its limits; here stands how it acts on learning and when to change it.
"""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from playground.core.language import mark
from playground.core.project import Augmentation, DataSettings, EarlyStopping, Preparation, TrainingSettings

RECORDS: dict[str, type[BaseModel]] = {
    kind.__name__: kind for kind in (TrainingSettings, EarlyStopping, DataSettings, Preparation, Augmentation)
}
# Of people's words for a record, as headings.
RECORD_TITLES = {
    "TrainingSettings": mark("Run"), "EarlyStopping": mark("Early stopping"), "DataSettings": mark("Data"),
    "Preparation": mark("Preparation"), "Augmentation": mark("Augmentation"),
}  # fmt: skip
# Fields that are pages of their own kind: a loss, an optimizer, a schedule; or that hold another record.
ELSEWHERE = frozenset({
    "loss", "optimizer", "schedule", "early_stopping", "preparation", "augmentation", "dataset", "params",
})  # fmt: skip
_BOOK = "Goodfellow et al. 2016, Deep Learning, {}, deeplearningbook.org"


@dataclass(frozen=True, slots=True)
class Explained:
    """How a setting acts, when to change it; a formula and a source where there is one."""

    explanation: str
    when: str
    formula: str = ""
    reference: str = ""


SETTINGS: dict[tuple[str, str], Explained] = {
    ("TrainingSettings", "epochs"): Explained(
        mark(
            "An epoch is one pass over all training samples. Too few leave the network short of what it could learn; "
            "too many let it learn single samples by heart."
        ),
        mark("Raise it while the validation loss still falls at the end; early stopping makes a generous number safe."),
        reference=_BOOK.format("section 7.8"),
    ),
    ("TrainingSettings", "batch_size"): Explained(
        mark(
            "Each step follows the mean gradient of so many samples. Small batches give noisy steps but many of them;"
            " large ones give smooth steps, use a graphics card better and take more memory. The noise of small "
            "batches often helps to find solutions that hold on new data."
        ),
        mark("32 to 128 is a good beginning. With a larger one raise the learning rate too."),
        r"g = \frac{1}{B} \sum_{b=1}^{B} \nabla_\theta J(x_b, y_b)",
        "Goyal et al. 2017, arXiv:1706.02677",
    ),
    ("TrainingSettings", "learning_rate"): Explained(
        mark(
            "How far each step goes along the direction that the optimizer has found. Too small and training crawls; "
            "too large and the loss jumps, or grows until it is no number any more. It is the setting that matters "
            "most."
        ),
        mark("Change it by factors of 3 or 10. Find learning rate tries a whole range on a copy of the network."),
        r"\theta \leftarrow \theta - \alpha\, g",
        _BOOK.format("section 8.3"),
    ),
    ("TrainingSettings", "seed"): Explained(
        mark(
            "All chance in a run comes from this number: first weights, the split of the data, their order, dropout "
            "and noise. The same seed gives the same numbers on the same machine."
        ),
        mark("Try some seeds before believing that one network is better than another: the difference may be luck."),
        reference="Bouthillier et al. 2021, arXiv:2103.03098",
    ),
    ("TrainingSettings", "l1"): Explained(
        mark(
            "Each weight is pulled towards 0 by the same amount in each step, however small it is, so many end at 0 "
            "exactly and the network gets sparse."
        ),
        mark("When many inputs are probably useless. Begin with 0.00001."),
        r"J' = J + \lambda_1 \sum_i |w_i|",
        "Tibshirani 1996, doi:10.1111/j.2517-6161.1996.tb02080.x",
    ),
    ("TrainingSettings", "l2"): Explained(
        mark(
            "Each weight is pulled towards 0 in proportion to its size, so none gets large without need, and what the"
            " network says changes more calmly with its inputs."
        ),
        mark(
            "When the validation loss rises while the training loss falls. Begin with 0.0001; with Adam prefer "
            "AdamW's weight decay."
        ),
        r"J' = J + \lambda_2 \sum_i w_i^2",
        _BOOK.format("section 7.1"),
    ),
    ("TrainingSettings", "clip_norm"): Explained(
        mark(
            "A gradient that is longer than this is shortened to it; its direction stays. One odd batch then cannot "
            "throw the weights far away."
        ),
        mark("For recurrent networks and Transformers, with about 1, and when the loss jumps now and then."),
        r"g \leftarrow g \cdot \min\left(1,\ \frac{c}{\|g\|}\right)",
        "Pascanu et al. 2012, arXiv:1211.5063",
    ),
    ("TrainingSettings", "class_weights"): Explained(
        mark(
            "Errors on some classes can count more than on others. Balanced weighs each class by how rare it is, so "
            "that a network does not get away with always naming the frequent one."
        ),
        mark("When classes are very unequally frequent and the rare ones matter."),
        r"w_c = \frac{N}{C\, N_c}",
        "King & Zeng 2001, doi:10.1093/oxfordjournals.pan.a004868",
    ),
    ("TrainingSettings", "precision"): Explained(
        mark(
            "With mixed precision most products are computed with 16 bits, sums and weights are kept with 32. On "
            "graphics cards that is up to several times as fast and halves the memory of activations."
        ),
        mark("On a graphics card with large networks; on the processor it gains little."),
        reference="Micikevicius et al. 2017, arXiv:1710.03740",
    ),
    ("TrainingSettings", "compiled"): Explained(
        mark(
            "torch.compile turns the network into one program before the first step, which takes seconds to minutes; "
            "after that steps have less overhead."
        ),
        mark("For long runs on a graphics card."),
        reference="Ansel et al. 2024, doi:10.1145/3620665.3640366",
    ),
    ("TrainingSettings", "device"): Explained(
        mark(
            "Where the numbers are computed: on the processor (cpu) or a graphics card (cuda for NVIDIA, mps for "
            "Apple). Small networks are often faster on the processor, since each step is too short for a card."
        ),
        mark("Leave it at auto, unless you want to compare or to keep the card free."),
    ),
    ("EarlyStopping", "on"): Explained(
        mark(
            "When what is watched has not got better for the patience that is set, the run ends: it has learned what "
            "holds on new data, and begins to learn single samples."
        ),
        mark("Whenever there is a validation part; then the number of epochs may be generous."),
        reference="Prechelt 1998, doi:10.1007/3-540-49430-8_3",
    ),
    ("EarlyStopping", "metric"): Explained(
        mark(
            "The number that must get better, measured on the validation part after each epoch. The loss is the "
            "finest measure; a metric may be nearer to what you want."
        ),
        mark("Choose a metric when the loss and what counts for you part ways."),
    ),
    ("EarlyStopping", "patience"): Explained(
        mark(
            "So many epochs in a row may pass without anything better. Validation curves tremble: with too little "
            "patience a run ends at the first bad epoch."
        ),
        mark("Raise it when the curve is noisy or the learning rate falls late."),
        reference="Prechelt 1998, doi:10.1007/3-540-49430-8_3",
    ),
    ("EarlyStopping", "minimum_improvement"): Explained(
        mark(
            "A gain smaller than this counts as none, so that a curve which creeps on by almost nothing does not keep"
            " the run alive."
        ),
        mark("Raise it when runs go on for long with no visible gain."),
    ),
    ("EarlyStopping", "restore_best"): Explained(
        mark(
            "The weights of the best epoch are kept and put back at the end; without it those of the last epoch stay,"
            " which are as many epochs worse as there was patience."
        ),
        mark("Leave it on, unless you want to look at the overfitted network itself."),
    ),
    ("DataSettings", "validation"): Explained(
        mark(
            "This part of the training data is not learned from. It is asked after each epoch how well the network "
            "does on samples that it has never seen, and decides early stopping and the fall of the rate on a "
            "plateau."
        ),
        mark("10 to 20 %. With very few samples a smaller part leaves more to learn from, but tells less."),
        reference=_BOOK.format("section 5.3"),
    ),
    ("DataSettings", "test"): Explained(
        mark(
            "This part is looked at when all choices are made. Since nothing was ever chosen by it, it tells how the "
            "network will do on new data."
        ),
        mark("20 % is usual. Do not tune anything by it: then it is a second validation part."),
        reference=_BOOK.format("section 5.3"),
    ),
    ("DataSettings", "limit"): Explained(
        mark(
            "Only so many of the training samples are used, chosen by the seed. Fewer samples make overfitting "
            "visible within seconds."
        ),
        mark("To try things quickly, or to see how much more data would help."),
    ),
    ("Preparation", "scaling"): Explained(
        mark(
            "Networks learn best from numbers of about the same size around 0: then one learning rate suits all "
            "weights. What is needed for scaling is measured on the training part alone, so that nothing of the test "
            "part leaks in."
        ),
        mark("Standardize for tables, minmax or symmetric for images; symmetric when a generator ends in Tanh."),
        r"x' = \frac{x - \mu}{\sigma}",
        "LeCun et al. 1998, Efficient BackProp, doi:10.1007/3-540-49430-8_2",
    ),
    ("Preparation", "columns"): Explained(
        mark(
            "Single columns of a table may be scaled in another way than the rest, such as yes-or-no columns that "
            "should stay 0 and 1."
        ),
        mark("When one column is of another nature than the others."),
    ),
    ("Preparation", "target"): Explained(
        mark(
            "Numbers that are to be predicted are scaled for training and scaled back in all results. With targets of"
            " thousands the first losses and gradients would be enormous."
        ),
        mark("For regression, unless the target already lies around 0 with a size of about 1."),
        r"y' = \frac{y - \mu_y}{\sigma_y}",
    ),
    ("Preparation", "missing"): Explained(
        mark(
            "A network cannot compute with a gap. The median stands for it without being moved by outliers; dropping "
            "rows is honest, but loses what else they hold."
        ),
        mark("Drop when few rows have gaps; look at why values are missing before you fill many."),
    ),
    ("Preparation", "size"): Explained(
        mark(
            "All images are brought to this height and width. Half the side is a quarter of the pixels and about a "
            "quarter of the time for convolutions."
        ),
        mark("When images differ in size, or are larger than what is to be seen in them needs."),
    ),
    ("Preparation", "grayscale"): Explained(
        mark(
            "Three channels become one by the weights with which people see brightness, so the first layer has a "
            "third of the work."
        ),
        mark("When colour says nothing about the answer."),
    ),
    ("Augmentation", "shift"): Explained(
        mark(
            "Each time an image is drawn it stands a little elsewhere, so the network learns that place does not "
            "matter."
        ),
        mark("For things that may stand anywhere; 0.1 is a good beginning."),
        reference="Shorten & Khoshgoftaar 2019, doi:10.1186/s40537-019-0197-0",
    ),
    ("Augmentation", "rotate"): Explained(
        mark(
            "Images are turned by a random angle each time. A 6 turned far is a 9: augment only by what leaves the "
            "answer true."
        ),
        mark("5 to 15 degrees for handwriting and photographs, up to 180 for views from above."),
        reference="Shorten & Khoshgoftaar 2019, doi:10.1186/s40537-019-0197-0",
    ),
    ("Augmentation", "zoom"): Explained(
        mark("Images grow or shrink by a random part, so the network learns that size does not matter."),
        mark("When things are seen from different distances."),
        reference="Shorten & Khoshgoftaar 2019, doi:10.1186/s40537-019-0197-0",
    ),
    ("Augmentation", "flip_horizontal"): Explained(
        mark(
            "Half of the images are mirrored, left to right. For most photographs the answer stays the same; letters "
            "and digits become others."
        ),
        mark("For photographs of things and animals; not for writing."),
        reference="Krizhevsky et al. 2012, Advances in Neural Information Processing Systems 25",
    ),
    ("Augmentation", "flip_vertical"): Explained(
        mark("Half of the images are turned upside down as in a mirror."),
        mark("For views from above and through a microscope, where there is no up."),
    ),
    ("Augmentation", "brightness"): Explained(
        mark("Images become lighter or darker by chance, so the network learns that light does not matter."),
        mark("When pictures are taken in different light."),
    ),
    ("Augmentation", "noise"): Explained(
        mark(
            "Normal noise is added to each pixel, anew each time. It teaches the network not to rely on single pixels."
        ),
        mark("When the images of use are noisier than those one has."),
        reference="Bishop 1995, doi:10.1162/neco.1995.7.1.108",
    ),
    ("Augmentation", "cutout"): Explained(
        mark(
            "A square of each image is blanked at a random place, so the network must find more than one sign of a "
            "class."
        ),
        mark("For images of things when the network overfits; about a third of the side."),
        reference="DeVries & Taylor 2017, arXiv:1708.04552",
    ),
}
