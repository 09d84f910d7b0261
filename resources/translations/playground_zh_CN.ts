<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>playground</name>
    <message>
        <location filename="../../playground/core/block_choice.py"/>
        <source>The layer is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/block_choice.py"/>
        <source>There is no network {shown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>should be a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is damaged: its parts are larger than the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is not a bundle of Neural Playground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>has version {version!r}; expected a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>has version {version}; this program reads up to {bundle_version}. Update it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>cannot be read: it is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>cannot be read: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is damaged inside ({error}). Take a backup, or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is not valid JSON: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>holds {filename!r}, which no bundle has. This program did not write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>holds {filename} twice. This program did not write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is encrypted; bundles are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is compressed; a bundle stores tensors as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>unpacks to {file_size:,.0f} MB; the limit is 64 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>would unpack to far more than it should.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>is not text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/bundle.py"/>
        <source>lacks {missing}; the file is incomplete. Save the bundle again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>voxels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>°</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>words</source>
        <translation>文字</translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/field_habits.py"/>
        <source>columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is not a Neural Playground project: "format": "{format}" is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>cannot be saved: there is {what} of that name. Save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>has {size:.0f} MB; a project file has at most {max_bytes} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is not text, so it is not a project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is not valid JSON: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is nested too deeply to be a project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is not valid JSON: a number has too many digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>cannot be saved: {why}.{value} save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>{name} is not allowed; write a finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>holds text that is not valid Unicode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/files.py"/>
        <source>is nested deeper than {max_depth} levels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Add frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Delete frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Collapse frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Expand frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/frame_edits.py"/>
        <source>Fit frame to its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>{network} has a problem inside{where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Connect its last layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>its shape follows the data set, and none is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Choose a data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>is fixed to {found}, but here it is fed {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Let it follow what feeds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Follow what feeds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Choose a network for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>{network} would stand in itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Choose another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>{have}; it needs {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Add what is missing to {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>These layers lead back to themselves: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Remove one link of the cycle: data flow in one direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>stands for more than {most_layers:,} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Repeat it, or what stands in it, fewer times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Mark each that is wanted with an Output in {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>makes {found} of {shapes}, so the same weights do not fit a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Use separate weights, or let it keep the shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/infer.py"/>
        <source>Remove it, and tell its makers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>gets whole numbers that name something, such as words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>Put an Embedding between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>gets numbers; it takes whole numbers that name something, such as words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>Feed it from an Input whose values are "ids".</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>mixes numbers with whole numbers that name something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layer.py"/>
        <source>Put an Embedding before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/layout/edits.py"/>
        <source>Arrange layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/plan.py"/>
        <source>{network} has no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/plan.py"/>
        <source>Add some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/plan.py"/>
        <source>There is no layer {name!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/plan.py"/>
        <source>Name one that is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/problems.py"/>
        <source>Set {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/problems.py"/>
        <source>Remove {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/problems.py"/>
        <source>Insert {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/problems.py"/>
        <source>{words} in {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/replacing.py"/>
        <source>Replace layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/replacing.py"/>
        <source>Replace {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/rewiring.py"/>
        <source>Insert layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/rewiring.py"/>
        <source>Take out layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/rewiring.py"/>
        <source>Take out {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/rewiring.py"/>
        <source>The link is no longer there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/rewiring.py"/>
        <source>{layer} cannot stand between two layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>has no input {target_port!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>Remove the link and pull it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>{title} has no output {source_port!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>Remove the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>{which} is connected, but {free!r} is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>Connect {free!r} too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>Pull a link to it from the layer before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>{which} has {count} links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/wiring.py"/>
        <source>Keep one, or merge them with Add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>in training step {step:,} the weights of {layer} became not a number (NaN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>in training step {step:,} the weights of {layer} became infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>in training step {step:,} the output of {layer} became infinite or not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>in training step {step:,} it overflowed; the largest numbers, up to {most:.1g}, came from {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>the weights of {layer} are not a number (NaN)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>the output of {layer} is infinite or not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/breakdown.py"/>
        <source>the weights of {layer} are infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>Bring back the files it was trained on, or start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>names the network {network!r}, which its project lacks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>{name} was trained on other data: the values of {title} found here differ from those it has seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>its optimizer is {kind}, its project's {wanted}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>the data have no sha256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>cannot be used: {odd!r} belongs to no layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>holds no sound history or position: {error!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>{name} was trained on other data: {message}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>cannot be continued: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>is damaged: {splitlines}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/checkpoint.py"/>
        <source>cannot be used: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/compiler.py"/>
        <source>A layer asks for {target!r}, which is not a layer or function of torch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/compiler.py"/>
        <source>A layer asks for {target!r}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/compiler.py"/>
        <source>{title}: cannot be built: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/compiler.py"/>
        <source>Change its parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>{title}: {message}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>Choose it under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>{value}: cannot be read: {value2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>Check the rights of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>The data set {dataset!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>Choose one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/__init__.py"/>
        <source>The data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/bundled_files.py"/>
        <source>Install it again: pip install --force-reinstall scikit-learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/bundled_files.py"/>
        <source>{path}: holds {count:,} rows; expected {rows:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/bundled_files.py"/>
        <source>{file} comes with scikit-learn, which is not installed whole ({value}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/bundled_files.py"/>
        <source>{path}: is damaged: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>{path}: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>Delete the file and run “playground datasets get {name}”, or copy it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>does not hold {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>holds the label {labels}; {title} has {count} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>is no whole archive ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>{path}: cannot be read: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>Check the file's rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>is damaged inside ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>unpacks to more than the {values:,} bytes expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>{name} has {size:,} bytes; expected {sizes:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/cifar.py"/>
        <source>is cut off inside {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>the file is not the one expected (its hash differs)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{size:,} bytes of it are kept, and trying again fetches the rest. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{title}: {name} was not found in {all_of}, and cannot be downloaded ({names}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{kept}Connect to the internet; or put the files of {title} in {places}; or choose the data set Digits, which comes with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{names} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>no secure connection; is the clock of this machine right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>the proxy refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>the connection broke off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>no connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{folder}: cannot be made: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>Name another folder with PLAYGROUND_DATA_DIR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>{path}: cannot be written: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>it sends more than any file of a data set holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>another part was sent than the one asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>broken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/download.py"/>
        <source>it answered {status_code} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/errors.py"/>
        <source>The files have changed: read them again under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>does not begin as an IDX file of bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>ends inside its header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>holds {times} values; expected {times2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>has {count:,} bytes of values; its header promises {prod:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>unpacks to more than the {expected:,} values expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>is cut off after {count:,} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/idx.py"/>
        <source>is damaged inside (its checksum or compression is wrong)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>{path}: is of no kind that can be learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>Choose a CSV, TSV or Parquet table (a spreadsheet can be saved as CSV), a .npy or .npz array, IDX files, or a folder of images or texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>{path}: holds no images ({names} …), no texts in folders, no arrays, no IDX files and no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>Choose the folder in which each class has a folder of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>No file was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>Choose a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>The data set {name!r} is not read from files of one's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>Choose {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>{path}: holds {count:,} tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting.py"/>
        <source>Choose one of them, not the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{path}: holds the arrays {shortened}, and none of them is called X.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Choose the name of the inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Arrays that were not used: {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>The last dimension is that of the colours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Missing: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>There are no targets: learn without, for example with an autoencoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>complex numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{label}: holds {get}; inputs are numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Save numbers, as float32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{label}: is empty (its shape is {shape}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Save at least a few samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{label}: has {ndim} dimensions; samples have at most 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Reshape it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{label}: a sample has the shape {shape}; for training it has {shape2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Save both with the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{path}: holds no array called “{chosen}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Choose one of: {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>{label} has {shape:,} samples, and {label2} has {count:,} targets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_arrays.py"/>
        <source>Choose the two files that belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>{files}: has {count:,} classes; there can be at most {max_classes:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>{files}: none of its {count:,} images can be read; {next}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>Choose a folder with images that other programs show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>Skipped: {counted} ({shortened}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>Classes without an image that can be read: {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>Images have {count:,} sizes; {count2:,} of {values:,} have {height} × {width} (height × width). Set “Resize to” under Data: then all are resized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_images.py"/>
        <source>Taken as colour images: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” holds dates in order and is left out; look at the rows as sequences to forecast what comes next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” is text ({count:,} different values) and is left out; to learn from text, open the file as Text files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” holds dates and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>the last column, “{name}”, never varies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>one of {distinct:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>Guessed: “{name}” is to be predicted ({why}), as {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>{more:,} more remarks on columns; the list of columns shows how each one is taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” holds lists or records and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” is empty and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” is not taken as numbers because of {wrong:,} of {there:,} values, the first in {frame}: “{iloc}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>Counted as missing: {counted} of “{name}”, infinite or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” numbers the rows and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>Guessed: “{name}” is to be predicted (its name says so), but it never varies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>its name says so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>it is the last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>Values are missing in {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>Left out: {counted} without “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” is left out: there are too many categories in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” is the same in all rows: nothing can be learned from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_table.py"/>
        <source>“{name}” numbers the rows and is taken as an input; ignore it if that is all it does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>Half of the texts have at most {typical:,} words, the longest has {longest:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>{path}: holds no text with a word in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>Choose a file or folder with texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>{path}: has {count:,} different labels; there can be at most {max_classes:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>Choose another column of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>, the label from “{label}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>; there is no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/inspecting_texts.py"/>
        <source>The text is taken from the column “{value}”{label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/mapped.py"/>
        <source>Bring it back as it was. What was learned so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/mapped.py"/>
        <source>{name}: has become shorter while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/mapped.py"/>
        <source>{name}: cannot be read: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>{where}: the column {names} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>{where}: the columns {names} are not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>The network was trained on {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>Columns that are not used: {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>row {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>There are no rows to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>Give at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>{where}, column “{name}”: “{iloc}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>Write a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>“{name}”: {counted} infinite or too large, counted as missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>“{name}”: {counted} with a value that was not learned ({shortened}); it counts as none of the known ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>There are {count:,} rows; a forecast looks back on {steps:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>Give at least as many rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>{origins}: a number is missing, and the network has never learned from rows with gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>row {row:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>The rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>“{name}”: {counted} outside of what was learned ({low:g} to {high:g}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/rows.py"/>
        <source>“{name}”: {counted} without a value, never so while learning; it counts as none of the known ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Left out: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Left out: {counted} in the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Copy the file again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>holds {times} values of {name}; it held {times2} of {dtype} when it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>test sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{label}: has {nbytes:.1f} GB of {name}, too much to be converted in memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save it as float32: np.save(file, x.astype("float32")); then it is read from disk as it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{path}: holds no array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save arrays with np.savez(file, X=…, y=…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>does not begin as an IDX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>its header promises {times} values ({wanted:,} bytes), and {length:,} bytes follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>holds no values ({times})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{file}: every sample lacks a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Choose another way to treat missing numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{file}: {counted} with a missing number cannot be left out of {nbytes:.1f} GB that stay on disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Choose another way to treat missing numbers, or save the array without these samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Remove that sample, or write a number in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{path}: is no .npz file: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save it anew with np.savez.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{path}: “{filename}” unpacks to {file_size:.0f} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save it as a .npy file, which is read from disk as it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{label}: sample {row:,} holds a number that is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{label}: sample {row:,} holds a number that is infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>holds no array called “{name}” any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{path}{inside}: holds Python objects or is no .npy file; objects are not opened, since they may run programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Save plain numbers: np.save(file, np.asarray(rows, dtype="float32")).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>{path}: is an .npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>Rename it so that its name ends in .npz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_arrays.py"/>
        <source>unpacks to more than {limit:.1f} GB, or than its header promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>line {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>line {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>row {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: has a header and no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Choose a file with rows under the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: {count:,} rows were counted and {count2:,} could be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Look for lone quotes and stray carriage returns, or save it as CSV anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Skipped: {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Choose a table: a line with the names of its columns, then rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: holds no values, only dividers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Choose a table with rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: has {count:,} columns; a table here has at most {most_columns:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Save it as a .npy array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>The first line holds numbers, so it was taken as a row; columns are called column 1, column 2 ….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: has {size:.1f} GB; a table here has at most {most} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Save inputs and targets as .npy files, which are read from disk as they are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: is not a table that can be read: {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Save it as CSV anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Columns are divided by {named}, decimals by a comma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Columns are divided by {named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>semicolons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Columns without a name are called by their place: {called}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: columns {seen} and {number} are both called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Give each a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: is not a Parquet file that can be read ({words}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>Write it again, or save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_frames.py"/>
        <source>{path}: has no columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Choose the folder in which each class has a folder of its own, with texts ({names} …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Choose the folder in which each class has a folder of its own, with images ({names} …).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Files are named by the column “{column}”, classes by “{label}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source> It holds {count:,} other files, such as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{path}: is no ordinary file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Left alone: {counted} of other kinds, such as {rest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{path}: lies in the folder of no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>The folders {shortened_parts} are the training and the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{table}: has no column of image files and one of labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Write two columns, such as file and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Columns that are not used: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{files}: images have {sizes_total:,} sizes: {example} has {height} × {width} pixels, {example2} {height2} × {width2} (height × width).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Set “Resize to” under Data, for example to {height} × {width}: then all are resized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Resized to {size} × {size2}: at least {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>holds {count:,} images; it held {files:,} when it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{folder}: its images take {size:.1f} GB, and {place} has {free:.1f} GB left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>Set a smaller “Resize to” under Data, or make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{root}: holds no images.{some}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{root}: holds no texts.{some}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>The images lie in no folders of classes: nothing is to be predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>The texts lie in no folders of classes: nothing is to be predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>the class “{other}” was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>the class “{other}” was not there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>class “{name}” has {counts:,} images; it had {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{error}; it could be read when it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{name}: has no label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_images.py"/>
        <source>{name}: has no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Save the file as UTF-8; or, if it is an old file, choose Latin-1 as its encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: line {line:,} has {fields}; the table has {columns}, divided by a {get}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Mend that line: a value that holds the divider must stand in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: line {line:,}: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Write a quote inside of a quoted value twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: is not a file of text: there is a zero byte at {place:,} (line {line:,}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Choose a CSV or TSV file; arrays, Parquet and images are known by how their names end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: line {line:,}: a quote is opened and never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Close it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: has {size:,.0f} MB; a text here has at most {most:,} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: line {number:,} is not {value} text: byte 0x{content:02x} at {offset:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: line {line:,} is longer than {longest_line} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>Is this a table of text?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_lines.py"/>
        <source>{path}: is not text: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{file_name}: is not there any more (looked in {looked}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Put it there, or choose another one under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path}: is no folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Choose the folder that holds the images or texts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path}: is a folder, and a file is wanted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Choose a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path}: is a device or a pipe, not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Choose a file that holds data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path!r}: is no name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path}: is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Put it back, or choose another one under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>{path}: does not fit into the memory of this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_paths.py"/>
        <source>Use a part of it; or save inputs and targets as .npy files, which are read from disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>has far more than {most_pixels} million pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>is damaged ({value})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>does not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>is no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_pictures.py"/>
        <source>has {width:,} × {height:,} pixels, more than {most_pixels} million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_series.py"/>
        <source>Filled with the last value before: {counted} missing in the series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_series.py"/>
        <source>A column of the series has no number at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_series.py"/>
        <source>Ignore it under Columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>{path}: {where}, column “{name}”: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>{path}: every row lacks a number or the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>Ignore the column that is mostly empty, or choose another way to treat missing numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>has no column “{gone}” any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>has {count:,} rows; it had {rows:,} when it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>is laid out in another way than when it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>{file}: {count:,} rows of {width:,} numbers would need {count2:.0f} GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>Ignore columns with many categories, or save the table as a .npy array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>“{value}” is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>Mend it, or make the column a category, or ignore it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_table.py"/>
        <source>“{iloc}” was not among its values when the file was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>one of {count:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Guessed: the target is {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Guessed: the target is one of {shape:,} classes, written as a 1 in its place (one-hot).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>which is none of the {count:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{names}: hold targets of different shapes {sorted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Save them alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{next}: has {count:,} different labels; there can be at most {max_classes:,} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Choose the file of labels, or join rare classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{next}: holds several texts for a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Save one label for each sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Guessed: the target is {prod:,} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Guessed: the target is a yes or no for each of {shape:,} labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: a target has the shape {shape}; it had {shape2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>a class is written as a single 1 in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: sample {row:,} has the label {value}, {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: holds {dtype}; targets are numbers or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Save whole numbers, or text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: has the shape {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Save a target for each sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: holds text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Choose “classes” as the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>labels are 0 or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>{label}: the target of sample {start:,} is missing or infinite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_targets.py"/>
        <source>Remove such samples from both files, or write numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>{path}: has no column of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>Choose it under Data, or open the file as a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>{path}: no row with the label “{gone}” has a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>Write one, or remove these rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>holds {count:,} texts; it held {samples:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>class “{other}” has {now:,} texts; it had {before:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>{path}: line {number:,} has no tab; each line is a label, a tab and a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>Mend that line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>{path}: has no column “{chosen}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>It has {shortened}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/own_texts.py"/>
        <source>row {row}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/published.py"/>
        <source>{labels}: holds the label {max}; {title} has {count} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/published.py"/>
        <source>Delete the file and run “playground datasets get {name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/texts.py"/>
        <source>{path}: holds {count:,} texts; expected {samples:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/texts.py"/>
        <source>Install the program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/texts.py"/>
        <source>{path}: cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data/sources/texts.py"/>
        <source>{path}, line {number}: holds {line!r}; expected 0 or 1, a tab and a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_desk.py"/>
        <source>{dataset!r} is no data set that can be downloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_desk.py"/>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_desk.py"/>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_desk.py"/>
        <source>This machine has too little memory for these data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_desk.py"/>
        <source>That failed unexpectedly: {name}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_preview.py"/>
        <source>Statistics of the first {most_features:,} of {count:,} numbers are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_preview.py"/>
        <source>Statistics are of {count:,} training samples, evenly spread: the data are large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_preview.py"/>
        <source>channel {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_preview.py"/>
        <source>target {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_samples.py"/>
        <source>text as the network reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_samples.py"/>
        <source>from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_samples.py"/>
        <source>origin</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../playground/engine/data_samples.py"/>
        <source>value {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>Processor ({value}, {cores} cores)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>Apple GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>The device {wish!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>Use auto, cpu, cuda or mps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>The device {wish!r} does not work: {failed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>Set the device to cpu or auto, or mend its driver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>The device {wish!r} is not available on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>Available: {names}. Set the device to auto to take the fastest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/devices.py"/>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/drafting.py"/>
        <source>These data take a while to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/drafting.py"/>
        <source>A network of {parameters:,} parameters is not built before it is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/drafting.py"/>
        <source>Compiling the network takes a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/drafting.py"/>
        <source>{title} is not on this machine yet: Run fetches it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/drafting.py"/>
        <source>The network could not be built.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/evaluating/report.py"/>
        <source>The loss is in scaled units, as inputs are scaled to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/evaluating/report.py"/>
        <source>The {part} part has no samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/evaluating/report.py"/>
        <source>Hold some back under Data, or choose another part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/evaluating/report.py"/>
        <source>The loss is in scaled units, as targets are scaled to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/__init__.py"/>
        <source>There is no export format {format!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>What is there is unchanged;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>Nothing was written;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>cannot be saved: {value}. {kept} save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>cannot be saved: there is no folder {parent}. Make it, or save it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>is a file; this format is a folder (or a file whose name ends in .py).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>is a folder with other things in it; give a name that is not taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/beside.py"/>
        <source>is a folder; give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>Another format may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>signal {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>was killed, perhaps because memory ran out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>The process that checks the export {what}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>What was exported does not run: {answer}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>crashed ({signal_name})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>ended early (exit code {code}){last_words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>The process that checks exports cannot be started: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>The exported file gave no answer within {seconds:,.0f} seconds; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>Try again when the machine is less busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/clean_process.py"/>
        <source>The process that checks the export closed its output; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>The export process ended unexpectedly (exit code {code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>The export was killed, perhaps because memory ran out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>Nothing was written. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>The export cannot be started: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>This machine has too little memory for the export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/desk.py"/>
        <source>The export failed unexpectedly: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>classes in order: {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>labels in order: {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>values in order: {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>{given}; output: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>{given}; output: batch × {given2} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>columns in order: {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>one-hot columns (1 for the category, else 0): {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>ids: 0 fills up, 1 is an unknown word, then the {count:,} words in order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>takes and gives the units of the data: {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>missing numbers (NaN) are filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>inputs are scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>a {activation} is applied to outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>outputs are scaled back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/interface.py"/>
        <source>generated samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/onnx_format.py"/>
        <source>The weights take {size:.1f} GB; one ONNX file holds at most 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/onnx_format.py"/>
        <source>Export safetensors instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/process.py"/>
        <source>The export failed unexpectedly: {what}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/process.py"/>
        <source>This machine has too little memory for the export; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>If the weights hold NaN, train again with a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>{wrong} of {count} samples get another class; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>What was exported does not agree with the network: {classes}outputs differ by up to {difference:.1e} where rounding explains {tolerance:.1e}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>Please report this with the project; another format may do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>The network gives numbers that are not finite; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>What was exported has {count} outputs, not {count2}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>{times}, not {times2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>The weights {name} hold NaN; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/proof.py"/>
        <source>What was exported gives {name} as {forms}; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/pt2_format.py"/>
        <source>read it with torch.export.load(path).module()</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/pt2_format.py"/>
        <source>a PyTorch program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/python_format.py"/>
        <source>{count} files: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/tracing.py"/>
        <source>torch cannot write this network as {what}: {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>{tensors}, {numbers:,} numbers, named by layer: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>read it with torch.load(path, weights_only=True)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>read it with safetensors.torch.load_file(path)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>the weights are for prepared samples ({where}): {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>1 tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>{count} tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>{tensors}, {numbers:,} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>keys {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/export/weights.py"/>
        <source>metadata {name!r}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>{sample} holds a number that is missing or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>{sample} has a target with a number that is missing or infinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>number {place:,} of the {part} part ({origins})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>The graphics card failed and took the weights along: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>Run again. If it fails again, train on the CPU (Training, device).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>{title} of {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>torch.compile could not compile the network: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>Switch Compile off under Training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/failing.py"/>
        <source>numbers become infinite or undefined in {layer_title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/going_on.py"/>
        <source>its learning rate is {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/going_on.py"/>
        <source>the best weights are not those of its networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/arranging.py"/>
        <source>it works across the samples of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/arranging.py"/>
        <source>it transposes more axes than a layer here can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/arranging.py"/>
        <source>it needs a tensor of {count} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/budget.py"/>
        <source>the constants worked out so far take too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/canvas.py"/>
        <source>this version has no {kind} layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/canvas.py"/>
        <source>{title} does not take that ({where}{first})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/canvas.py"/>
        <source>its operators repeat constants until they take too much memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/canvas.py"/>
        <source>it takes the same value twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>the network gives a constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>the shape of what comes in is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>what comes in is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>its input {index} is computed; a layer here needs it fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>its input {index} holds no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>it belongs to {domain}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>no layer here does that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>it works on a constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/converter.py"/>
        <source>an input is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it is a constant that is no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it would make a constant of the shape {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>one of its lists has {size:,} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>a division by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it makes constants that are no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it cuts a constant into {count:,} parts and gives {count2:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it looks along axis {axis} of {ndim}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it multiplies a constant that is no matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>it would multiply large constants</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/folding.py"/>
        <source>its constants do not fit each other ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/model.py"/>
        <source>its {name} is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/model.py"/>
        <source>its {name} is not a list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/model.py"/>
        <source>its {name} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/model.py"/>
        <source>its {name} is not a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/activation.py"/>
        <source>no layer here clips to {low:g} … {high:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/activation.py"/>
        <source>its alpha and gamma are not those of SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/activation.py"/>
        <source>its alpha is not 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/activation.py"/>
        <source>it adds a bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/activation.py"/>
        <source>its slopes are not one for each channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/common.py"/>
        <source>it works on {rank} axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/common.py"/>
        <source>it works along axis {axis} of {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/convolution.py"/>
        <source>its pads are {pads}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/convolution.py"/>
        <source>its {name} is {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/convolution.py"/>
        <source>its kernels have {ndim} axes, what comes in {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/convolution.py"/>
        <source>its kernels are for {channels:,} channels, {shape} comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/convolution.py"/>
        <source>it gives more places than its kernels reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/dense.py"/>
        <source>its matrix of shape {shape} does not fit what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/dense.py"/>
        <source>it transposes what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/dense.py"/>
        <source>it multiplies each of some matrices with each of others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/dense.py"/>
        <source>its bias of shape {shape} is not one number for each output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>no layer here does that with a constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>it weighs each value by a constant of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>it takes constants among its inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>no layer here does that to two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>its constant holds no numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>its constant does not fit what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>it spreads what comes in over more places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/elementwise.py"/>
        <source>it adds too large a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it picks by a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it picks places that are not in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it looks up in a table that is not ids × features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it looks up by computed numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it takes some samples of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it turns the order around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it keeps nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>its starts, ends and axes are not as many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>it splits the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/lookup.py"/>
        <source>its parts {sizes} do not make {size:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/normalization.py"/>
        <source>its weights are not for {count:,} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/normalization.py"/>
        <source>it is exported as it trains, not as it predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/normalization.py"/>
        <source>its {groups} groups do not divide the {channels:,} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/normalization.py"/>
        <source>its means are asked for, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/normalization.py"/>
        <source>its weights of shape {shape} do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>where the maxima lie is asked for, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>there are no places to pool over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>its window has gaps (dilations)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>its mean leaves the padding out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>its last windows are not whole (ceil_mode)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/pooling.py"/>
        <source>its padding is not even, and not with zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>its mask is asked for, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>its order {order} does not name each axis once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>it drops an axis that is not of size 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>the shape that it wants is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>several of its sizes are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>the shape that it wants holds nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>the shape that it wants holds another number of values, or another batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>what comes in has not as many axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>it joins batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>how often it copies is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>it works on images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>its blocks of {block} do not divide what comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/rearranging.py"/>
        <source>it copies samples of a batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>what comes in is not time × batch × features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>it reads backwards only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>it clips its values, or couples its gates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>it resets before the matrix (linear_before_reset 0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>it has peepholes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>the state of its cell is asked for, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>its weights have the shapes {shape} and {shape2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>its biases have the shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>its activations are {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>samples have lengths of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/recurrent.py"/>
        <source>it begins with something remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>it resizes by {found}; whole factors of the places are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>it picks the nearest place by {way} and {rounding}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>it does not pad with zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>its pads are not two for each axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>it pads channels or the batch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>it resizes by {mode} in a way that no layer here does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/operators/resizing.py"/>
        <source>the size that it wants is computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/placeholders.py"/>
        <source>a network of its own, which is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/placeholders.py"/>
        <source>{dtype} of shape {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/placeholders.py"/>
        <source>… {count:,} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>Imported from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>{count} operators have no layer here and are placeholders: {told} ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>Imported from {name}, made by {producer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>1 operator has no layer here and is a placeholder: {told} ({why}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>becomes {count:,} layers; at most {max_layers:,} are drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>cannot be drawn: {errors}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/project.py"/>
        <source>holds a network that makes no sense ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>has {st_size:.1f} GB; an ONNX file has at most 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>is not an ONNX file: there is no network in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>is not an ONNX file, or is damaged ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>has {count:,} operators; at most {max_operators:,} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>holds {count:,} tensors; at most {max_tensors:,} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>holds no operators: there is no network in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>has no input: it computes the same for everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>has no output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>does not say which version of ONNX's operators it uses; it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>uses version {versions} of ONNX's operators; {oldest_opset} to {newest_opset} are read. Export it again with another opset_version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>takes {name!r}, which is not a tensor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>type {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>takes {name!r} as {known}; numbers are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>does not say what shape its input {name!r} has. Export it again with fixed sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>takes {name!r} with {count} axes; batch and one to four more are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>leaves the size of its input {name!r} open ({value}). Say it, as in: playground import --shape {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>takes {name!r} of the shape {names}, which cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>is damaged: nothing gives its output {missing!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>has the batch of its input {name!r} at axis {axis}. Export it with the batch first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>operator {number} ({kind})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>is damaged: {double!r} is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/reading.py"/>
        <source>is damaged: {which} reads {name!r}, which nothing before it gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>a constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>is damaged: {name!r} holds {found:,} {what}, its shape asks for {wanted:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>is damaged: {name!r} has the shape {list}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>holds {type_name} numbers in {name!r}, which are not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>keeps {name!r} in {location!r}; weights are read from the file's own folder only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>is damaged: {name!r} is not whole in {location!r}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>claims {numbers:,} weights; at most {max_parameters:,} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>keeps its weights in {location!r}, which does not lie beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>keeps weights in {location!r}, which cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/importing/tensors.py"/>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>files of the kind {value} are not read here; {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>give a .png or a .npy, or another image or array</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>give rows as .csv, .tsv or .parquet, or an array as .npy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>give a .npy or .npz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>is an image; the network takes {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/__init__.py"/>
        <source>without a suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>is not a whole {suffix} file; write it with numpy.save{value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>has the shape {times}; the network takes {shape} for one sample, N × {shape} for many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>a single number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds {value}; name one array of N × {shape} “x”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds Python objects; save plain numbers with numpy.save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>has the shape {times}: no sample in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds {dtype}; numbers are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds NaN or infinite values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>Divide it by 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>Scale it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>whole numbers run from 0 to 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>decimal numbers run from 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>has values from {low:g} to {high:g}; {kind}. {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>unpacks to {size:.1f} GB; save the inputs alone as a .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds {count:,} samples; at most {max_samples:,} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>whole numbers were divided by 255</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds {dtype}; whole numbers are expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>holds infinite values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/arrays.py"/>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/ends.py"/>
        <source>black and white were taken as {low:.6g} and {high:.6g}, the ends of the data that the network learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>transparent parts were taken as white paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>the network takes {shape}, not an image. Give its samples as a .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>the image has a light border, so it was inverted: the network learned light strokes on black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>resized from {size}×{size2} to {width}×{height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>colours were made grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>has more pixels than are read: at most {max_pixels:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>is not an image, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>cannot be read as an image: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>has {size:,}×{size2:,} pixels; at most {max_pixels:,} are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/images.py"/>
        <source>it is damaged or cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>lacks the column {names}; it has {there}, and the network was trained on {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>lacks the columns {names}; it has {there}, and the network was trained on {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>is a table; the network takes {data_shape}. Give its samples as a .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>is a table; the network takes {shape}. Give its samples as a .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>no column is called as in the data, so they were taken in order: {shortened}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>row {row:,} lacks a number, and the network has never learned from rows with gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>row {row:,}, column “{name}”: “{iloc}” is no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>holds {count:,} rows; at most {max_samples:,} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>is a table, but the data that the network learned from are not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/rows.py"/>
        <source>has {count:,} columns; the network takes {count2:,} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>number {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>has no column of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>texts are those of the column “{column}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>holds no text: each line is one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>holds {count:,} texts; at most {max_samples:,} at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>left out: {counted} ({shortened})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>{unknown:,} words are not known to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>of {longer:,} texts the last {length:,} words are read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>cannot be read as words: the data set says no vocabulary. Give ids as a .npy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/inputs/texts.py"/>
        <source>cannot be read as words: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/__init__.py"/>
        <source>{network} is not among the networks that are trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/__init__.py"/>
        <source>Look at one that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/activation.py"/>
        <source>Its slope below zero is learned: {slope:.4g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/attention.py"/>
        <source>The second Dense layer; what it weighs are the activated numbers of the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/attention.py"/>
        <source>The shortcut adds both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>Places outside of the input are zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>Places outside of the input are the input mirrored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>Places outside of the input are its edge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>Places outside of the input are its other side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>The sum of each channel is weighed once more: by the pointwise kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>Of each kernel only the weights that reach this place are here: each beside the input that lays it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>It sees channels {first} to {last} of its group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/convolution.py"/>
        <source>No kernel reaches this place: it holds the bias alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/explaining.py"/>
        <source>How this layer computes is not written out; this is what it gave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/explaining.py"/>
        <source>This is a block: enter it, and look at the layers inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/explaining.py"/>
        <source>How this number comes about is not written out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/explaining.py"/>
        <source>This is what the network is fed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/layer.py"/>
        <source>Nothing of what this layer gives is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/layer.py"/>
        <source>Link it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/layer.py"/>
        <source>This layer is not in the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/layer.py"/>
        <source>It is from the next run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/linear.py"/>
        <source>The weight of each number of the first input is itself a weighted sum of the second: Σ w z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/merging.py"/>
        <source>Both rows were divided by their lengths: the sum is the cosine of the angle between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>Here, as in predicting, every number passes on as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>While training, {part:.3g}% of the numbers are dropped at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>While training, {part:.3g}% of the channels are dropped at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>While training, noise of deviation {deviation:g} is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>A zero that is put around the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/moving.py"/>
        <source>While training it draws around the mean. Here, as in predicting, it gives the mean itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>the {size:,} numbers of channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>the {size:,} numbers of channels {first} to {first2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>the {size:,} numbers of this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>channel {channel} of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>channel {channel}, as training has averaged them over its batches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/normalization.py"/>
        <source>the {size:,} numbers of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/pooling.py"/>
        <source>A copy of the nearest place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/pooling.py"/>
        <source>The nearer a place, the larger its part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/pooling.py"/>
        <source>What lies outside of the input cannot win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/pooling.py"/>
        <source>Places outside of the input count as zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/recurrent.py"/>
        <source>This is layer {level} of {level} that stand one above the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/arithmetic/recurrent.py"/>
        <source>It reads from the end to the beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>Which class it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>What it predicts{about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>How real the discriminator finds each place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>The network reads words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>There are no places between them that a plane could show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>The network gives its input back and decides nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>Look at its samples, or at its latent space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>{network} predicts nothing by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>Look at {network}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>The network predicts {count:,} numbers at once{shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>A surface shows one of a few.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>How likely it finds the label{about}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/asked.py"/>
        <source>number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>first component ({shares})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>second component ({shares})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>noise 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>noise 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>The samples have no two such features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/planes.py"/>
        <source>Choose the principal components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/study.py"/>
        <source>The samples are one number each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/boundary/study.py"/>
        <source>A plane takes two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>The network predicts no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>A confusion matrix needs a classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>no classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>The network predicts {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>A confusion matrix needs one class of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/confusion.py"/>
        <source>several labels at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/baselines.py"/>
        <source>There are no training samples to take the mean of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/baselines.py"/>
        <source>Only images and series can be blurred: here neighbours mean nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/baselines.py"/>
        <source>Words cannot be blurred: their numbers are only names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/entrance.py"/>
        <source>Words are taken apart before their Embedding, so nothing can be said of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/gradcam.py"/>
        <source>Nothing of {title} leads to what is explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/occlusion.py"/>
        <source>a patch of {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the score of “{}” before Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the score of “{}” before Log softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the score of “{}” before Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the score of “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>reconstruction error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>{one} less that of “{names}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the score for “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the {}, the mean square over all numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>real</source>
        <translation>真实</translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>the value of “{}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/quantity.py"/>
        <source>output {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/question.py"/>
        <source>This network ends several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/question.py"/>
        <source>Look at one that gives one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/study.py"/>
        <source>This network has no convolution. Choose another layer that gives maps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/explain/study.py"/>
        <source>No layer of this network gives maps over the places of the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>{sample} shifted by {count} step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>{sample} shifted by {count} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>{sample} shifted by {count} pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>{sample} shifted by {count} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>fake {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>No sample of another class was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>No sample of the same class was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Choose the second one by its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>There is no other sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Choose the second one by its number, or A with noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>There is no generator whose fakes this network could take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Choose another sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>The generator's fakes do not fit into this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Words take no noise and cannot be shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Only images and series can be shifted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Choose noise, or another sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>This network has no layer before its last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>This network begins with noise, which has no neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>Choose noise as the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>These samples have no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/fellows.py"/>
        <source>{sample} with noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/flow.py"/>
        <source>The task does not feed {network} in a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/coverage.py"/>
        <source>These data have no classes that could be counted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/field.py"/>
        <source>first component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/field.py"/>
        <source>second component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/playing.py"/>
        <source>No generator is trained against a discriminator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/playing.py"/>
        <source>Choose the adversarial task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/push.py"/>
        <source>These fakes are no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/push.py"/>
        <source>The plane shows their gradients as arrows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The critic ranks {pairs} of all pairs right; real samples score {distance:.3g} higher than fakes on average, the distance that it sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The critic ranks {pairs} of all pairs right; real samples score {distance:.3g} lower than fakes on average, the distance that it sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The discriminator is right about {fakes:.0f} % of the fakes and {real:.0f} % of the real samples; both still learn from each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Vanishing gradient: the discriminator tells {fakes:.0f} % of the fakes, and so surely that {push:.1g} % of the gradient is left for the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Choose the non-saturating or the Wasserstein form, or let the discriminator learn more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Give it label smoothing, or let the discriminator learn more slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Fewer steps or a lower rate of the discriminator would let the generator catch up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The discriminator tells nearly all: {fakes:.0f} % of the fakes and {real:.0f} % of the real samples. The generator is behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Is that not so in the pictures, give the discriminator more steps or a higher rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The discriminator can hardly tell: it is right about {fakes:.0f} % of the fakes and {real:.0f} % of the real samples, near to guessing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Neither has learned anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Mode collapse: fakes are nearly all alike; they vary by {part} of what real samples do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>Try the Wasserstein or the least-squares form, a lower learning rate, or more noise numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The critic can hardly tell: the real sample scores higher in {pairs} of all pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/gan/standing.py"/>
        <source>The discriminator takes {fakes:.0f} % of the fakes for real. It is behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>A lower learning rate, clipping of gradients or batch norm helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>its gradient is {times} times smaller than that of {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>{dead:.0f} % of its units never fire on {samples} samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>{saturated:.0f} % of its numbers lie where the activation is flat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>no gradient comes back to it, while {title} learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>over a billion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>its gradient is not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>its gradient is {times} times that of the other layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>A lower learning rate or Leaky ReLU helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>Smaller initial weights, a lower learning rate or batch norm before it helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/health.py"/>
        <source>ReLU instead of Sigmoid or Tanh, batch norm or a link past some layers helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/histograms.py"/>
        <source>The run knows nothing of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/histograms.py"/>
        <source>Press Run to train the network as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/kernels.py"/>
        <source>This layer has no kernels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/kernels.py"/>
        <source>Convolutions have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/kernels.py"/>
        <source>The run has no such layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>A landscape holds the weights several times, and this network has {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>It is for networks of up to {most_weights:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>No weight of this network is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>Unfreeze a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>The weights have not yet gone far enough to span a plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/landscape/surface.py"/>
        <source>Train on, or take random directions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>What follows {title} also takes what other layers give, so its codes alone cannot be decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>{title} stands inside a block: its codes can be seen, but not decoded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>{node} gives words, not numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>Choose a layer behind an Embedding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>{network} has no one layer before its last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>Select the layer whose numbers are the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>The run does not have this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>It counts from the next run on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>The network does without {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>Choose a layer that its result depends on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/coding.py"/>
        <source>The network does without this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/decoding.py"/>
        <source>A code has {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/decoding.py"/>
        <source>Choose two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/decoding.py"/>
        <source>A code of {title} has {size} numbers, not {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>Some codes are not finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>Train with a smaller learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>The map could not be made: {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>UMAP is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>Add the package umap-learn to the program's environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>A map takes {least} samples at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>Use more data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>The map's process cannot be started: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/latent/maps.py"/>
        <source>its process ended early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/microscope.py"/>
        <source>In the units of the data: {names} {told:.4g}. Training scales them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>test {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>training {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>validation {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>noise {number:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>What was drawn or loaded is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>Draw or load it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>What was drawn or loaded is {names}; the network takes {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>Choose a sample of the data, or bring another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>The network takes {shape}, no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>Choose a sample of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>The data say no vocabulary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>Give the numbers of words as a .npy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>The text has no word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/lenses/subjects.py"/>
        <source>Write some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/looking.py"/>
        <source>The weights of this report are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/looking.py"/>
        <source>Evaluate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/looking.py"/>
        <source>what was given {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/looking.py"/>
        <source>That failed unexpectedly: {short}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>the {what} of step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>Lower the learning rate (it is {learning_rate:g}). The weights of step {step:,} are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>Make the batch or the layers smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>A batch of {size:,} fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>No smaller batch fits either. Make the layers smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>Training broke down: {what} is {loss}: {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/breaking.py"/>
        <source>Training broke down: {what} is {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/evaluation.py"/>
        <source>the validation loss after step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/evaluation.py"/>
        <source>the test loss after step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/evaluation.py"/>
        <source>The test part could not be measured: its loss is {loss}, because {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/evaluation.py"/>
        <source>The test part could not be measured: its loss is {loss}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/loop/evaluation.py"/>
        <source>numbers become infinite or undefined in {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/losses.py"/>
        <source>KL divergence compares distributions, but {wrong:,} of {count:,} targets have a number below 0 or do not add up to 1. Choose mean squared error, or targets that are distributions without scaling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/losses.py"/>
        <source>{count} class weights are given, but there are {classes} classes. Give one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/losses.py"/>
        <source>All class weights are 0: nothing would be learned. Make at least one larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/losses.py"/>
        <source>{title} judges classes, not {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/branching.py"/>
        <source>The run cannot go on with the settings as they are now: {differs} is another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/branching.py"/>
        <source>Branch with the settings of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/handing_on.py"/>
        <source>no snapshot was left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>{size:,.0f} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>No more steps are kept to look back at: they cannot be written ({reason}). Training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>Earlier steps of this run cannot be looked at: one takes {megabytes}, and {megabytes2} of the disk are for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>The disk is full: no more steps are kept to look back at. Training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>nothing is kept of step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>No more steps are kept to look back at: memory is short. Training goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/moments.py"/>
        <source>Earlier steps cannot be looked at: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/past.py"/>
        <source>The network of step {step:,} cannot be read any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/moments/past.py"/>
        <source>Choose another step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>the network takes {shape}, not an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>the network makes samples out of noise; export it, or look at what it generates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>the network gives no vector with one number for each class; export it and run it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>holds ids that the network's vocabulary does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>is of a kind that is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/predict.py"/>
        <source>is an empty folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>{title} activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>Torch refused: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>Change the layer, or the settings that the message names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>can't allocate memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>This machine has too little memory for this network and batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/preparation.py"/>
        <source>The graphics card has too little memory for this network and batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>The training process met an error that it did not expect: {short}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Your network is unharmed. Please report this, with the project file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>A run is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Stop it first, or wait for its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>There are no trained weights yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Train first, then save or export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>The graphics card failed and took the weights along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>The run to branch off is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Press Run to start a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>The weights of that run are gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>There is nothing to go on with: the run was reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>Step {step:,} cannot be taken up again: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/runner.py"/>
        <source>This machine has too little memory for that network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/stopping.py"/>
        <source>{title} was best in epoch {epoch} ({best:.4g}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/stopping.py"/>
        <source>{title} was best in epoch {epoch} ({best:.4g}); its weights are restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/adversarial.py"/>
        <source>Generated of the same noise throughout the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/adversarial.py"/>
        <source>How real the discriminator finds each place; real points and generated ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/adversarial.py"/>
        <source>Real samples and generated ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>What it says of each place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>What it says, with the truth where that differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>What it says of each place: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>Rows and what it says of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>Truth against prediction</source>
        <translation>真实值与预测值</translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>Texts and what it says of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>true{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/answers.py"/>
        <source>predicted{unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/sequences.py"/>
        <source>{name}: what was given, what came, and the forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/showing.py"/>
        <source>Each number against what comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/showing.py"/>
        <source>original, scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/showing.py"/>
        <source>reconstruction, scaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/showing.py"/>
        <source>generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/showing.py"/>
        <source>Points, and what comes back of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/variational.py"/>
        <source>What codes stand for, first across and second up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/variational.py"/>
        <source>Data, and samples from the prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/variational.py"/>
        <source>What codes stand for, along two of {shape} directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/variational.py"/>
        <source>Codes, two of {shape} directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/tasks/variational.py"/>
        <source>Samples from the prior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/trained.py"/>
        <source>the weights do not belong to this network: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/trained.py"/>
        <source>samples are {names}; the network takes {data_shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/trained.py"/>
        <source>the network takes several inputs at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/trained.py"/>
        <source>{name} is {shape} {dtype}; the network needs {shape2} {dtype2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/trained.py"/>
        <source>the preparation of the {name} is for {shape}, not for {sizes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>or switch Compile off under Training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>Mixed precision is for graphics cards of NVIDIA; this run computes in 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>torch.compile needs Triton for graphics cards, and it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>Install it, {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>the optimizer's {iter!r} belongs to no network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>torch.compile needs a C++ compiler, and none was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/updating.py"/>
        <source>Install one (g++, or clang++ on macOS), {hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/watching.py"/>
        <source>This cannot be shown: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/engine/wording.py"/>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <location filename="../../playground/engine/wording.py"/>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>gets a key of {sizes:,} and a value of {sizes2:,} time steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Each key needs its value: feed both from the same sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>shows a network; its shapes are worked out there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>Look at it with the whole project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>gets {left} and {right}; they must be two vectors, or sequences of the same length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>Make the branches end alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>gets {shape}; a Bilinear layer takes vectors or sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>Put a Flatten before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>gets {shape}; a Dense layer takes a vector or a sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>gets {inputs}; an Embedding layer takes a vector of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>Make the branches agree in the other dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>gets {named}; it takes vectors, or sequences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>{gets}; rows of {inner:,} do not meet columns of {other:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>Let the last axis of the first input have {other:,} places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>{gets}; all axes but the last two must be equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>Bring both into one form first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>{gets}; it multiplies matrices, of two axes or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>For two vectors use Dot; or make a matrix of it with Unsqueeze.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>gets {named} and {named2}; a gate has as many axes as what it weighs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>Put a Reshape to {told} before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>gets {inputs}; a Batch norm layer takes vectors, sequences, images or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Reshape before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>gets {shape}; a Group norm layer takes vectors, sequences, images or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>has one value in each group, and makes it zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>Use fewer groups.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/instance_norm.py"/>
        <source>gets {inputs}, one value in each channel, and makes it zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/instance_norm.py"/>
        <source>Put it where there are more places, or use Layer norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>gets {inputs}; a Layer norm layer takes vectors, sequences, images or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>gets {inputs}; an RMS norm layer takes vectors, sequences, images or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>cuts off all of the {times} that it gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Cut off less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>gets {channels:,} channels; it takes a multiple of {square:,}, the square of its factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>Let the layer before it give {wanted:,} channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>gets {named}; a Spatial dropout layer takes sequences, images and volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>Use Dropout here, which drops single values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>its order {caption} does not name each axis of {named} once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>Name axes 0 to {rank}, as in {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>gets {named}; without an axis it makes a sequence of a vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Choose the axis along which copies stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>gets {shape}, that is {count:,} values; {words} holds {holds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>its sizes are {words}; each is 1 or more, and one of them may be −1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>Give the sizes in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>takes index {index} of axis {axis}, but {named} has {size:,} places there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>Use an index from 0 to {size:,}; −1 is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>keeps nothing of the {size:,} places of axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>Let the start lie before the stop, and below {size:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>axis {axis} of {named} has {size:,} places, but the parts have {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>Choose sizes that add up to {size:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>cannot cut the {size:,} places of axis {axis} into {parts} equal parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>Use a number that divides it, or give the sizes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>axis {axis} of {named} has size {size:,}; only an axis of size 1 can go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>Leave the axis empty to drop all of size 1, or use Select to take one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>puts a new axis at {axis}, but {named} has places 0 to {rank} for one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>Set the axis to {rank} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/axes.py"/>
        <source>works along axis {axis}, but {named} has {have}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/axes.py"/>
        <source>Set the axis to {last} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/axes.py"/>
        <source>would leave no dimension of {named}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/axes.py"/>
        <source>Use Slice, which keeps the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/groups.py"/>
        <source>its {groups:,} groups do not divide the {count:,} {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/groups.py"/>
        <source>Use a number of groups that does, such as {fitting:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/heads.py"/>
        <source>has {heads} heads, which do not divide its {features:,} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/heads.py"/>
        <source>Use {fitting} heads, or give it a number of features that {heads} divides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/merging.py"/>
        <source>Let the branches end in the same size: with padding "same", and equal strides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/merging.py"/>
        <source>Bring the branches into one form: Flatten, Reshape or pool one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/merging.py"/>
        <source>Let both have {sizes:,} {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/places.py"/>
        <source>gets {shape}; {a_layer} takes {kind} ({layout})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/places.py"/>
        <source>gets {shape}; {a_layer} takes sequences, images or volumes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/places.py"/>
        <source>Put it before the Flatten, or Reshape before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/sequences.py"/>
        <source>gets {named}; {article} {name} layer takes a sequence (time × features)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>its padding takes all of the {times} that it gets, and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>Make the padding smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>its output padding must be smaller than its stride or its dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>Use at most {times}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>has an output padding; padding "same" finds its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/transposed_convolution.py"/>
        <source>Set the output padding to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/window_pool.py"/>
        <source>its padding is more than half its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/windows.py"/>
        <source>has {count} numbers for {field}, but its input has {axes} {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/windows.py"/>
        <source>Give one number for all, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/windows.py"/>
        <source>its {window}{dilated} is larger than the {format} it gets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shared/windows.py"/>
        <source>Make the {field} smaller, add padding, or pool less before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>checked in a clean process on {count} random samples, at batches of {batches}</source>
        <translation>在干净的进程中用 {count} 个随机样本验证，批次大小为 {batches}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>largest difference {difference:.1e}</source>
        <translation>最大差异 {difference:.1e}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>{count} samples take {time}, in this program {own}</source>
        <translation>{count} 个样本用时 {time}，在本程序中 {own}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>{first} and {last}</source>
        <translation>{first} 和 {last}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>checked in a clean process on {count} samples of noise, at batches of {batches}</source>
        <translation>在干净的进程中用 {count} 个噪声样本验证，批次大小为 {batches}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>random samples, because the project's data are not on this machine or do not fit its inputs</source>
        <translation>使用随机样本，因为项目的数据不在本机上，或与其输入不符</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>largest difference {difference:.1e}, the same class for {same} of {count}</source>
        <translation>最大差异 {difference:.1e}，{count} 个样本中 {same} 个类别相同</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>{what}, with {runtime}</source>
        <translation>{what}，使用 {runtime}</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>noise, as the generator gets it</source>
        <translation>噪声，与生成器得到的一致</translation>
    </message>
    <message>
        <location filename="../../playground/proof_words.py"/>
        <source>checked in a clean process on {count} test samples, at batches of {batches}</source>
        <translation>在干净的进程中用 {count} 个测试样本验证，批次大小为 {batches}</translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>{title}: nothing bends what it gives {title2}; two linear layers in a row can do no more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>Put an activation between them, such as ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>Set batch size to {better}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>{title}: leads to no result, so it is not computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>Connect it to what should use it, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>{title}: has {parameters:,} parameters, {share:.0f} % of the network, because {title2} gives it {count:,} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>Insert {title}, {window}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>{title}: each value that it {value} has seen {field} of the {image} input; nothing larger can be recognized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/advice.py"/>
        <source>Put more layers, larger strides or pooling before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/cuts.py"/>
        <source>There is no part {part!r}. Parts: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/cuts.py"/>
        <source>Only an autoencoder or a VAE has an {parts} and a {parts2}; export the whole network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/cuts.py"/>
        <source>{network} has no layer through which everything passes, so it cannot be cut into encoder and decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/data_problems.py"/>
        <source>{file_name}: images have {sizes_total:,} sizes; {example} has {size} pixels, {example2} {height} × {width} (height × width).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/data_problems.py"/>
        <source>Set “Resize to” under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/data_problems.py"/>
        <source>Add training samples of {them}, or remove {them} from the test part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/data_problems.py"/>
        <source>Resize all to {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source> is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>Skipped: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>Left out: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>Counted as missing: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} test label ({names}) never occurs in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} test labels ({names}) never occur in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} column</source>
        <translation>{count:,} 列</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} columns</source>
        <translation>{count:,} 列</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} file</source>
        <translation>{count:,} 个文件</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} files</source>
        <translation>{count:,} 个文件</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} images</source>
        <translation>{count:,} 张图像</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} image in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} images in grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} image that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} images that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} line without a label or a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} lines without a label or a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} line without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} lines without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} number</source>
        <translation>{count:,} 个数值</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} numbers</source>
        <translation>{count:,} 个数值</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} row</source>
        <translation>{count:,} 行</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} rows</source>
        <translation>{count:,} 行</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} row with a missing number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} rows with a missing number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} row without a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} rows without a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} row without a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} rows without a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} row without a text or a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} rows without a text or a label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} sample</source>
        <translation>{count:,} 个样本</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} samples</source>
        <translation>{count:,} 个样本</translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} sample with a missing number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} samples with a missing number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} text without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} texts without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{count:,} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own.py"/>
        <source>{names} and {count:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Use {title}</source>
        <translation>使用 {title}</translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Weigh all classes the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title}: a Softmax of one number is always 1, whatever the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Use Sigmoid, which gives the probability of the second class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title}: its {title2} gives {reach}, but any may be wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Leave the last layer without an activation{scaled}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title}: ends in {get} inside {network}; {title2} applies {reads_as} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Take it out of the block: at the end of the network that trains it is applied once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title}: {bends} the scores that {reader} wants as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>What it makes equal can no longer be told apart. Leave the last layer without an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title} judges {told_kinds}, but {title2} has {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Use {either}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Class weights do nothing here: {title} has no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>They weigh the classes of a classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title} wants a number for each of the 2 classes of {title2}, but the network gives one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Binary cross-entropy reads one number as the probability of the second class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>{title} has {count:,} classes, but the class weights are {count2:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Give one for each class, in the order of the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>All class weights are 0, so nothing would be learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/endings.py"/>
        <source>Make at least one of them larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>ONNX model</source>
        <translation>ONNX 模型</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>The whole model for other programs: onnxruntime, browsers, phones, C++. No PyTorch needed.</source>
        <translation>完整模型，供其他程序使用：onnxruntime、浏览器、手机、C++。不需要 PyTorch。</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>Python source</source>
        <translation>Python 源代码</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>Folder of Python source</source>
        <translation>Python 源代码文件夹</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>A readable nn.Module with its weights and a training script. Needs PyTorch and NumPy alone.</source>
        <translation>易读的 nn.Module，附权重和训练脚本。只需要 PyTorch 和 NumPy。</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>The weights alone, by layer name: safe to load, quick, and read by many libraries.</source>
        <translation>只有权重，按层名保存：加载安全、快速，许多库都能读取。</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>PyTorch weights</source>
        <translation>PyTorch 权重</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>PyTorch state dict</source>
        <translation>PyTorch 状态字典</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>The weights alone as a plain state dict, for a module of your own.</source>
        <translation>只有权重，普通的状态字典，供自己的模块使用。</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>PyTorch program</source>
        <translation>PyTorch 程序</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>PyTorch exported program</source>
        <translation>PyTorch 导出程序</translation>
    </message>
    <message>
        <location filename="../../playground/training/export_formats.py"/>
        <source>The whole model as torch.export keeps it: runs in PyTorch without its source, ready to compile.</source>
        <translation>由 torch.export 保存的完整模型：不需要源代码即可在 PyTorch 中运行，可直接编译。</translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Mixed precision is for graphics cards; on the CPU it trains in 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Choose another device, or 32 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Early stopping watches {named}, which is not measured: the loss is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Watch one of: loss{names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Use 32 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/options.py"/>
        <source>Watch the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Use {title} instead</source>
        <translation>改用 {title}</translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{name} ends {count} times: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Connect what is loose, or remove it: one layer gives the prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Nothing is left to train: all weights of {name} are frozen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Let at least one layer learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{name} has no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Drag an Input from the palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{name} has no Input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Add an Input and connect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{title}: is fixed to {shape}, but a sample of {title2} is {shape2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{title}: gives {shape}, but {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{name} has no layer that learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Add a Dense layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Make the layer smaller, or what it gets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>The loss {loss!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Use one of: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>The optimizer {type!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Use {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{title}: {name} has {count} Input layers; this data set feeds one, {title2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Remove all but one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Let it follow the data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Put an Input in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>End with a Reshape to {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>The last layer must give {words}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>End with Flatten and a Dense layer of {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{title}: gives {count:,} values, but {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>The last layer needs {counted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Unfreeze {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>{title}: cannot learn from one sample at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>No sample is left to train on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Make the other parts smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Follow the data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Use a batch of {needed} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Train on {needed} samples or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>The batch of {batch_size:,} is larger than the {train:,} training samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/requirements.py"/>
        <source>Each epoch is one step on all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>The schedule {type!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>{title}: warms up for {rises:g} epochs, but the run has {epochs:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>The full learning rate is never reached. Make the warm-up shorter, or the run longer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Early stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Preparation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>An epoch is one pass over all training samples. Too few leave the network short of what it could learn; too many let it learn single samples by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Raise it while the validation loss still falls at the end; early stopping makes a generous number safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Each step follows the mean gradient of so many samples. Small batches give noisy steps but many of them; large ones give smooth steps, use a graphics card better and take more memory. The noise of small batches often helps to find solutions that hold on new data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>32 to 128 is a good beginning. With a larger one raise the learning rate too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>How far each step goes along the direction that the optimizer has found. Too small and training crawls; too large and the loss jumps, or grows until it is no number any more. It is the setting that matters most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Change it by factors of 3 or 10. Find learning rate tries a whole range on a copy of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>All chance in a run comes from this number: first weights, the split of the data, their order, dropout and noise. The same seed gives the same numbers on the same machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Try some seeds before believing that one network is better than another: the difference may be luck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Each weight is pulled towards 0 by the same amount in each step, however small it is, so many end at 0 exactly and the network gets sparse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When many inputs are probably useless. Begin with 0.00001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Each weight is pulled towards 0 in proportion to its size, so none gets large without need, and what the network says changes more calmly with its inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When the validation loss rises while the training loss falls. Begin with 0.0001; with Adam prefer AdamW's weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>A gradient that is longer than this is shortened to it; its direction stays. One odd batch then cannot throw the weights far away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For recurrent networks and Transformers, with about 1, and when the loss jumps now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Errors on some classes can count more than on others. Balanced weighs each class by how rare it is, so that a network does not get away with always naming the frequent one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When classes are very unequally frequent and the rare ones matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>With mixed precision most products are computed with 16 bits, sums and weights are kept with 32. On graphics cards that is up to several times as fast and halves the memory of activations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>On a graphics card with large networks; on the processor it gains little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>torch.compile turns the network into one program before the first step, which takes seconds to minutes; after that steps have less overhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For long runs on a graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Where the numbers are computed: on the processor (cpu) or a graphics card (cuda for NVIDIA, mps for Apple). Small networks are often faster on the processor, since each step is too short for a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Leave it at auto, unless you want to compare or to keep the card free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When what is watched has not got better for the patience that is set, the run ends: it has learned what holds on new data, and begins to learn single samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Whenever there is a validation part; then the number of epochs may be generous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>The number that must get better, measured on the validation part after each epoch. The loss is the finest measure; a metric may be nearer to what you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Choose a metric when the loss and what counts for you part ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>So many epochs in a row may pass without anything better. Validation curves tremble: with too little patience a run ends at the first bad epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Raise it when the curve is noisy or the learning rate falls late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>A gain smaller than this counts as none, so that a curve which creeps on by almost nothing does not keep the run alive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Raise it when runs go on for long with no visible gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>The weights of the best epoch are kept and put back at the end; without it those of the last epoch stay, which are as many epochs worse as there was patience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Leave it on, unless you want to look at the overfitted network itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>This part of the training data is not learned from. It is asked after each epoch how well the network does on samples that it has never seen, and decides early stopping and the fall of the rate on a plateau.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>10 to 20 %. With very few samples a smaller part leaves more to learn from, but tells less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>This part is looked at when all choices are made. Since nothing was ever chosen by it, it tells how the network will do on new data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>20 % is usual. Do not tune anything by it: then it is a second validation part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Only so many of the training samples are used, chosen by the seed. Fewer samples make overfitting visible within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>To try things quickly, or to see how much more data would help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Networks learn best from numbers of about the same size around 0: then one learning rate suits all weights. What is needed for scaling is measured on the training part alone, so that nothing of the test part leaks in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Standardize for tables, minmax or symmetric for images; symmetric when a generator ends in Tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Single columns of a table may be scaled in another way than the rest, such as yes-or-no columns that should stay 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When one column is of another nature than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Numbers that are to be predicted are scaled for training and scaled back in all results. With targets of thousands the first losses and gradients would be enormous.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For regression, unless the target already lies around 0 with a size of about 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>A network cannot compute with a gap. The median stands for it without being moved by outliers; dropping rows is honest, but loses what else they hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Drop when few rows have gaps; look at why values are missing before you fill many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>All images are brought to this height and width. Half the side is a quarter of the pixels and about a quarter of the time for convolutions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When images differ in size, or are larger than what is to be seen in them needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Three channels become one by the weights with which people see brightness, so the first layer has a third of the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When colour says nothing about the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Each time an image is drawn it stands a little elsewhere, so the network learns that place does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For things that may stand anywhere; 0.1 is a good beginning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Images are turned by a random angle each time. A 6 turned far is a 9: augment only by what leaves the answer true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>5 to 15 degrees for handwriting and photographs, up to 180 for views from above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Images grow or shrink by a random part, so the network learns that size does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When things are seen from different distances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Half of the images are mirrored, left to right. For most photographs the answer stays the same; letters and digits become others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For photographs of things and animals; not for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Half of the images are turned upside down as in a mirror.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For views from above and through a microscope, where there is no up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Images become lighter or darker by chance, so the network learns that light does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When pictures are taken in different light.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>Normal noise is added to each pixel, anew each time. It teaches the network not to rely on single pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>When the images of use are noisier than those one has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>A square of each image is blanked at a random place, so the network must find more than one sign of a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/settings_explained.py"/>
        <source>For images of things when the network overfits; about a third of the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/__init__.py"/>
        <source>The task {type!r} is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>A GAN needs a network called {name} that {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Add it, or rename one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{title}: {generator} begins in the data, but it must begin in a Noise layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Put a Noise in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Add a {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{title}: {generator} begins {told}; it begins in one Noise alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{generator} has no layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Drag a Noise from the palette.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{generator} has no Noise to begin with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Add a Noise and connect it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{generator} ends {count} times: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Connect what is loose, or remove it: one layer gives the sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{title} consists of words, which a generator cannot make out of numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Choose images, points, a table or sequences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Label smoothing does nothing in the Wasserstein form: it has no labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Set it to 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{title}: ends in {final}, but this form trains a score, not a {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Leave the last layer without an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>{title}: mixes the samples of a batch, but the gradient penalty looks at each by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Use a Layer norm in the discriminator, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Set label smoothing to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>{title} judges answers, but an autoencoder compares inputs with what comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Use {fitting} or {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>Scale inputs to {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>{title}: its Sigmoid stands before {title2}, so {what} would apply it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>Put the Sigmoid at the very end: there it is applied once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>{what} reads inputs as probabilities from 0 to 1, but those of {title} {value} elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>Scale them with minmax (Data, preparation).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>{title}: its {title2} gives numbers from {low} to {high}, but {title3} has others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>Scale the inputs so that they lie there, or leave the last layer without an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>{title}: {what} reads probabilities, but it does not end in a Sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>End in Sigmoid: it is not applied twice, and what is shown and exported lies between 0 and 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>Move the Sigmoid to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/reproducing.py"/>
        <source>{title} consists of words, which cannot be reproduced as numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Use supervised learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Forecasting takes series with the values that follow, but the samples of {title} {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Choose sequences, or supervised learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Text classification takes texts with classes, but the samples of {title} {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Choose texts, or supervised learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>{title} has nothing to predict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>Choose a task that needs no answers, an autoencoder say, or data with a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>{title}: knows {rows:,} ids, but {title2} has {vocabulary:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>Give it a row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>{title}: gets what went around {title2}, so codes alone are not enough for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Let all that leads to the end go through {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>{name} has {count} Gaussian sample layers; a variational autoencoder has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Join what they get with Concatenate, and keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>{title}: its {title2} keeps the {what} from being any number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Leave it without an activation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>The Gaussian sample stands in the block {inside}; it must stand in {name} itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Ungroup that block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>{name} has no Gaussian sample layer, where a variational autoencoder draws its codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Put one between encoder and decoder, fed by a Dense layer for the mean and one for the log variance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Export &amp;picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The canvas as PNG, SVG or PDF, fit for a paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Copy as te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The selected layers as a JSON list that one can read and write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Copy as P&amp;yTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The selected layers as the source of a PyTorch module</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Copy p&amp;icture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The network, or what is selected of it, as a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Add layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Search for a layer at the pointer, or beside the selected one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Replace with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Another layer in this place, with the links and parameters that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Take &amp;out of its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>What fed the layer feeds what followed it; it stays beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Delete and &amp;heal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>What fed the layer feeds what followed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Link from its output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Pull a link by keys: Tab chooses, Enter connects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Link to its &amp;input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Next of its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Select one link of the layer after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Previous of its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Follow a link forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Follow a link &amp;back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Layer on the &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Layer on the &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Layer &amp;above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Layer b&amp;elow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Put a &amp;frame around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>A titled area behind the selected layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Add &amp;note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>A text on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Collapse or expand frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Put a frame's layers away, or show them again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Fit fra&amp;me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Make the selected frame as large as what it holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Arrange automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>What is selected, else all, the way it was done last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Left to &amp;right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>In columns, each layer to the right of what feeds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Top to bo&amp;ttom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>In rows, each layer under what feeds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>In ro&amp;ws that fit the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Left to right, broken into rows as a text is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align &amp;left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Left edges of the selected layers in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align &amp;centers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The selected layers one above another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align ri&amp;ght</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Right edges in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align to&amp;p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Upper edges in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align &amp;middles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The selected layers side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Align &amp;bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Lower edges in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Distribute &amp;horizontally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Equal gaps between the selected layers, left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Distribute &amp;vertically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Equal gaps between the selected layers, top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Search in the network…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Layers, parameters, shapes, problems, frames and notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Ne&amp;xt match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Previous &amp;match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Find a layer kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The palette's search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Command palette…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Everything that can be done, found by typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Appearance, language, canvas, files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>New &amp;window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Another project beside this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Help on what is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>The page of what is selected or has the keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>All pages of h&amp;elp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>Everything that the program offers, and theory, with a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/action_table.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/actions.py"/>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/actions.py"/>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/actions.py"/>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/actions.py"/>
        <source>High &amp;contrast, light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/actions.py"/>
        <source>High contrast, d&amp;ark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Its name; blocks open to what stands in them</source>
        <translation>层的名称；块可以展开，查看其中的内容</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>What kind of layer it is</source>
        <translation>层的类型</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Output shape</source>
        <translation>输出形状</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>One sample of what it gives; sorted by how many numbers that is</source>
        <translation>一个样本的输出；按数值个数排序</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Receptive field</source>
        <translation>感受野</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>How much of the input one value of its output has seen; in a block, of the block's input</source>
        <translation>输出的一个值看到了多大范围的输入；在块中指块的输入</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Learned numbers of its own</source>
        <translation>该层自己学习的数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Learned numbers that training leaves as they are</source>
        <translation>训练中保持不变的参数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Learned numbers of another layer or repetition that it uses</source>
        <translation>与其他层或其他重复共用的参数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Multiply-adds</source>
        <translation>乘加运算</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>For one sample</source>
        <translation>每个样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/columns.py"/>
        <source>What its outputs take for one batch, in float32</source>
        <translation>一个批次的输出所占的内存（float32）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/model.py"/>
        <source>{help}. Click to sort, a third time for the order of the network.</source>
        <translation>{help}。单击排序，第三次单击恢复网络中的顺序。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Analysis</source>
        <translation>分析</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Copy the whole table to the clipboard, for a spreadsheet</source>
        <translation>将整个表格复制到剪贴板，供电子表格使用</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Multiply-adds for one sample, memory for a batch of {batch:,}.</source>
        <translation>乘加运算按一个样本计，内存按大小为 {batch:,} 的批次计。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Save the analysis</source>
        <translation>保存分析</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Analysis of the layers</source>
        <translation>各层的分析</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Save as CSV…</source>
        <translation>另存为 CSV…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/panel.py"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="../../playground/ui/analysis/totals.py"/>
        <source>Total: {told}, {names}</source>
        <translation>合计：{told}，{names}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/app.py"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/actions.py"/>
        <source>Copied {count} layers as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/actions.py"/>
        <source>Copied as PyTorch, {count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/actions.py"/>
        <source>There are no layers to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/actions.py"/>
        <source>Delete note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Arrange left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Arrange top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Arrange in rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align centers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align middles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Align bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Distribute horizontally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/commands.py"/>
        <source>Distribute vertically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/menu.py"/>
        <source>Left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/menu.py"/>
        <source>Top to bottom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/menu.py"/>
        <source>In rows that fit the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/menu.py"/>
        <source>Arrange selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/arranging/menu.py"/>
        <source>Arrange all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/composing.py"/>
        <source>Select the layers to take out of their links.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/annotations.py"/>
        <source>1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/annotations.py"/>
        <source>{count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/annotations.py"/>
        <source>{count} parameters</source>
        <translation>{count} 个参数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/at_hand.py"/>
        <source>Frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/at_hand.py"/>
        <source>Title of the frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Select the layers that the frame shall hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Select a frame, or layers in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Select a frame to collapse, or layers in one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Delete frame and its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Rename frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Change color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>It fits already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Write note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Add note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/commands.py"/>
        <source>Fit to content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/gestures.py"/>
        <source>Resize frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/gestures.py"/>
        <source>Resize note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/gestures.py"/>
        <source>Move note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/gestures.py"/>
        <source>Move frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Expand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Collapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Fit to its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Select what is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Delete the frame, keep its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Delete the frame and its layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Fit to its text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/menu.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/note_editor.py"/>
        <source>Text of the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/note_editor.py"/>
        <source>Write a note. # makes a heading, - a list, **bold**</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/note_item.py"/>
        <source>Empty note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Sky</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/frames/tints.py"/>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/insertion.py"/>
        <source>Between {first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/insertion.py"/>
        <source>Gives {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>{number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Enter connects, Tab goes on, Esc ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Nothing takes a link from {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Nothing can feed {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Tab adds a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>gives {shape}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Linked {first} to {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/key_link_gesture.py"/>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/link_gesture.py"/>
        <source>A link goes from an output to an input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/gestures/link_gesture.py"/>
        <source>Reroute link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/link_legend.py"/>
        <source>{title} RMS {thin} … {thick}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/link_legend.py"/>
        <source>Links show: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/link_legend.py"/>
        <source>{tip}.&lt;br&gt;Thin: {thin} or less. Thick: {thick}.&lt;br&gt;Green: all is well. Amber: {amber:.0%} of the units never fire, or of the numbers are saturated. Red: {red:.0%}, or numbers that are not finite. Grey: nothing that could.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Replace with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Take out of its links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Put a frame around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Delete and heal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Help on {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Insert layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/menus.py"/>
        <source>Add layer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Search in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Name, kind, kernel 3, 32×13×13, problem …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Nothing in this project has all of these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>{number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Previous (Shift+F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Next (F3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/bar.py"/>
        <source>no match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/network_search/rows.py"/>
        <source>in {network}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/panel.py"/>
        <source>Drag a layer here, or press Enter in the palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/panel.py"/>
        <source>Add an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/panel.py"/>
        <source>The layer that every network begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/choices.py"/>
        <source>White paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/choices.py"/>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/choices.py"/>
        <source>As on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/choices.py"/>
        <source>The picture would have {size} pixels. Choose SVG or PDF, which have no pixels, or a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/choices.py"/>
        <source>The picture would have {size} pixels. Scale {scale} has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Export picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>PNG, pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>SVG, lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>PDF, a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>A look at the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>There is nothing to draw yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Whole network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/dialog.py"/>
        <source>pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/pictures.py"/>
        <source>Copied as a picture of {size} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/pictures.py"/>
        <source>Saved {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/picture/writing.py"/>
        <source>There is not enough memory for this picture. Choose a smaller scale, or SVG or PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/field.py"/>
        <source>Search layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/fits.py"/>
        <source>{layer} waits for another input, too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/fits.py"/>
        <source>Gives nothing that {layer} takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/hits.py"/>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/hits.py"/>
        <source>With a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/popup.py"/>
        <source>Add a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/popup.py"/>
        <source>Layers found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/popup.py"/>
        <source>No layer matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/popup.py"/>
        <source>Nothing fits here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/popup.py"/>
        <source>Enter chooses, Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/rows.py"/>
        <source>does not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Before {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Replace {layer} with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Replaced by {layers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Replace {count} layers with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>After {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Select the layer that is to be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Layers of one kind are replaced together; these are of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Added {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/quick_search/search.py"/>
        <source>Not kept: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/rewiring.py"/>
        <source>Delete {count} layers and heal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/rewiring.py"/>
        <source>Insert {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/rewiring.py"/>
        <source>a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/rewiring.py"/>
        <source>{count} links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>{first} to {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>No layer there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>{layer} has no link. L pulls one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>({number} of {count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>Del removes it, Tab puts a layer in, Esc goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>Select the layer that the link begins at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>{layer} has no output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/canvas/walking.py"/>
        <source>{layer} has no input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/code_view.py"/>
        <source>Python source of the network</source>
        <translation>网络的 Python 源代码</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>Add layers to see the network as Python.</source>
        <translation>添加层后，可在此查看网络的 Python 代码。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>{network} is not complete yet.</source>
        <translation>{network} 尚不完整。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>Copy the whole source to the clipboard</source>
        <translation>将全部源代码复制到剪贴板</translation>
    </message>
    <message>
        <location filename="../../playground/ui/code/panel.py"/>
        <source>Copy the source</source>
        <translation>复制源代码</translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>Search commands, layers, presets, help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>Search commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>Commands found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>No command matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/popup.py"/>
        <source>{command}: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>{title} (on)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Not possible just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Recent files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Go to {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Add {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Layers</source>
        <translation>层</translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Help: {topic}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/command_palette/sources.py"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/crash.py"/>
        <source>Something unexpected went wrong ({kind}: {error}). Your work is untouched.</source>
        <translation>发生了意外错误（{kind}：{error}）。已有的工作没有受到影响。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/client.py"/>
        <source>{name} and {count:,} more</source>
        <translation>{name} 等，另有 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/drawing.py"/>
        <source>Clear the drawing</source>
        <translation>清除绘制</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/drawing.py"/>
        <source>Draw points</source>
        <translation>绘制点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/drawing.py"/>
        <source>Erase points</source>
        <translation>擦除点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/facts_column.py"/>
        <source>Samples of each class</source>
        <translation>各类别的样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/facts_column.py"/>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/facts_column.py"/>
        <source>{count:,} left out</source>
        <translation>{count:,} 个未使用</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>{count:,} training</source>
        <translation>训练 {count:,}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>{count:,} validation</source>
        <translation>验证 {count:,}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>{count:,} test</source>
        <translation>测试 {count:,}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/figures.py"/>
        <source>and {count:,} more classes</source>
        <translation>另有 {count:,} 个类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Downloading {title}…</source>
        <translation>正在下载 {title}…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Reading {title}…</source>
        <translation>正在读取 {title}…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Folder with the files of {title}</source>
        <translation>{title} 的文件所在的文件夹</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Locate files…</source>
        <translation>定位文件…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>{byte_size} of {byte_size2}</source>
        <translation>{byte_size} / {byte_size2}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>{title} is not on this machine.</source>
        <translation>本机上没有 {title}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/loading_box.py"/>
        <source>Download ({byte_size})</source>
        <translation>下载（{byte_size}）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/panel.py"/>
        <source>There is no room for more points</source>
        <translation>没有空间容纳更多的点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/panel.py"/>
        <source>Rows of the data set</source>
        <translation>数据集的行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/panel.py"/>
        <source>No samples in this part</source>
        <translation>这一部分没有样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/panel.py"/>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/pictures_view.py"/>
        <source>Images of the data set</source>
        <translation>数据集的图像</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/pictures_view.py"/>
        <source>{count} images</source>
        <translation>{count} 张图像</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/pictures_view.py"/>
        <source>As it is</source>
        <translation>原图</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/pictures_view.py"/>
        <source>As training varies it</source>
        <translation>训练时的变化</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/pictures_view.py"/>
        <source>Samples as they are</source>
        <translation>原始样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/points_view.py"/>
        <source>Points of the data set</source>
        <translation>数据集的点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/points_view.py"/>
        <source>{count:,} points</source>
        <translation>{count:,} 个点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/points_view.py"/>
        <source>{count:,} of {total:,} points are drawn</source>
        <translation>共 {total:,} 个点，显示 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/points_view.py"/>
        <source>Draw points: click or drag.</source>
        <translation>绘制点：单击或拖动。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/series_view.py"/>
        <source>Samples as curves over time</source>
        <translation>随时间变化的样本曲线</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/series_view.py"/>
        <source>what comes next</source>
        <translation>后续的值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/series_view.py"/>
        <source>{count:,} more are not drawn</source>
        <translation>另有 {count:,} 条未显示</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>category</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Training part</source>
        <translation>训练集</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Min</source>
        <translation>最小值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Max</source>
        <translation>最大值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Dev.</source>
        <translation>标准差</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tables.py"/>
        <source>For the network</source>
        <translation>输入网络时</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>All classes</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Part of the data</source>
        <translation>数据的部分</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Click or drag in the plane; drawn points are data like any other</source>
        <translation>在平面上单击或拖动；绘制的点与其他数据一样使用</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Class that is drawn</source>
        <translation>绘制的类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>class {number}</source>
        <translation>类别 {number}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/data/tools.py"/>
        <source>Eraser</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/about.py"/>
        <source>About Neural Playground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/about.py"/>
        <source>Build a neural network, watch it learn, take it away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/about.py"/>
        <source>MIT licence. Made with Qt and PySide (LGPL), PyTorch (BSD), pyqtgraph (MIT) and others named above; the fonts Inter and JetBrains Mono are under the SIL Open Font License.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/about.py"/>
        <source>Copy for a bug report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Zoom to the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Wheel, or pinch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Pan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Middle button, or Space and drag; two fingers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Drag a rubber band, or Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Search for a layer at the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Double-click, or Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Move by a step of the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Arrow keys; with Shift further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Take a layer out while it is dragged; its link heals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Alt and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Drag without snapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Ctrl while dragging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Enlarge the preview of the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>End a gesture, clear the selection, leave a block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Change a number slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Shift and drag its name, or its slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>{first} or {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Search by what it does, or by keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>Search shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/dialogs/shortcuts.py"/>
        <source>No shortcut matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/client.py"/>
        <source>of weights that are gone</source>
        <translation>所用的权重已不存在</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/client.py"/>
        <source>of another run: Evaluate again</source>
        <translation>属于另一次运行：请重新评估</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/client.py"/>
        <source>after step {step:,}; now {now:,}: Evaluate again</source>
        <translation>第 {step:,} 步之后；现在是第 {now:,} 步：请重新评估</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>RMSE</source>
        <translation>RMSE</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Of what is called this class, the part that is one.</source>
        <translation>被判为该类别的样本中，确实属于该类别的比例。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Of what is this class, the part that is called so.</source>
        <translation>属于该类别的样本中，被正确判出的比例。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>The harmonic mean of precision and recall.</source>
        <translation>精确率与召回率的调和平均。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Mean absolute error, in the units of the target.</source>
        <translation>平均绝对误差，单位与目标相同。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Root of the mean squared error, in the units of the target.</source>
        <translation>均方根误差，单位与目标相同。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Part of the variance that is explained: 1 is perfect.</source>
        <translation>被解释的方差所占的比例：1 为完美。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>truth</source>
        <translation>真实值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Truth against prediction, {name}</source>
        <translation>真实值与预测值，{name}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>truth, {name}</source>
        <translation>真实值，{name}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>said</source>
        <translation>预测值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>{truth} recognized</source>
        <translation>{truth}：识别正确</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>{truth} taken for {said}</source>
        <translation>{truth} 被判为 {said}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Per class</source>
        <translation>各类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>No sample is in this cell.</source>
        <translation>这一格中没有样本。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>None of these samples was kept to be shown.</source>
        <translation>这些样本没有保留可供显示的内容。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Per value</source>
        <translation>各数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/content.py"/>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/histogram.py"/>
        <source>{low} to {high}: {samples}</source>
        <translation>{low} 至 {high}：{samples}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/histogram.py"/>
        <source>error: said − truth</source>
        <translation>误差：预测值 − 真实值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/histogram.py"/>
        <source>Errors</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/histogram.py"/>
        <source>Half of the errors of {value} are below {half}</source>
        <translation>{value} 的误差有一半小于 {half}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/histogram.py"/>
        <source>the value</source>
        <translation>该数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix.py"/>
        <source>{what}: {count:,} of {samples} ({share})</source>
        <translation>{what}：{samples}中的 {count:,} 个（{share}）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix.py"/>
        <source>{count:,} of {total:,} samples on the diagonal</source>
        <translation>{total:,} 个样本中 {count:,} 个在对角线上</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix.py"/>
        <source>{what}: {count:,} of {samples}</source>
        <translation>{what}：{samples}中的 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix.py"/>
        <source>taken for</source>
        <translation>判为</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix.py"/>
        <source>is</source>
        <translation>真实类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix_modes.py"/>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix_modes.py"/>
        <source>Samples in each cell</source>
        <translation>每一格中的样本数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix_modes.py"/>
        <source>% of row</source>
        <translation>占行的 %</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix_modes.py"/>
        <source>Of the samples of a class, in percent</source>
        <translation>占该类别样本的百分比</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/matrix_modes.py"/>
        <source>Numbers in the matrix</source>
        <translation>矩阵中的数字</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/metric_cards.py"/>
        <source>Headline metrics</source>
        <translation>主要指标</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Nothing is trained yet. Press Run, or open a trained bundle.</source>
        <translation>尚未训练。请按“运行”，或打开一个训练包。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Press Evaluate to look at every sample of a part of the data with the weights as they are now.</source>
        <translation>按“评估”，用当前的权重查看某一部分数据的每个样本。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Looking at every sample…</source>
        <translation>正在查看每个样本…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Test part</source>
        <translation>测试集</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Validation part</source>
        <translation>验证集</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>{title} {part} report</source>
        <translation>{title} {part} 报告</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Part of the data to evaluate on</source>
        <translation>用于评估的数据部分</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Look at every sample of this part, with the weights as they are now</source>
        <translation>用当前的权重查看这一部分的每个样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Copy the report to the clipboard, for a spreadsheet</source>
        <translation>将报告复制到剪贴板，供电子表格使用</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>&amp;CSV…</source>
        <translation>CSV(&amp;C)…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/panel.py"/>
        <source>after step {step:,}</source>
        <translation>第 {step:,} 步之后</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/sample_pictures.py"/>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/sample_pictures.py"/>
        <source>{count:,} images: {told}</source>
        <translation>{count:,} 张图像：{told}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>mean squared error {error}, above the original, below what came back</source>
        <translation>均方误差 {error}，上方为原图，下方为重建结果</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>is {truth}, taken for {said}</source>
        <translation>实为 {truth}，被判为 {said}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>is {truth}, recognized</source>
        <translation>实为 {truth}，识别正确</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Samples behind the numbers</source>
        <translation>数字背后的样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Worst reconstructions first</source>
        <translation>重建最差的在前</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Worst first</source>
        <translation>最差的在前</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>{title}, the first {count:,}</source>
        <translation>{title}，前 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Fetching the samples…</source>
        <translation>正在获取样本…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>is {truth}, said {said}</source>
        <translation>真实值 {truth}，预测值 {said}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Show the worst</source>
        <translation>显示最差的</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Nothing is told of single samples here.</source>
        <translation>这里没有单个样本的信息。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>{percent} sure</source>
        <translation>置信度 {percent}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Truth</source>
        <translation>真实值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Said</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>feature {number}</source>
        <translation>特征 {number}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/samples.py"/>
        <source>given</source>
        <translation>给定</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/words.py"/>
        <source>Mean error, in the units of the target: above 0 the network says too much.</source>
        <translation>平均误差，单位与目标相同：大于 0 表示网络的预测偏大。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/words.py"/>
        <source>{count:,} test samples of {dataset}</source>
        <translation>{dataset} 的 {count:,} 个测试样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/words.py"/>
        <source>{count:,} validation samples of {dataset}</source>
        <translation>{dataset} 的 {count:,} 个验证样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/evaluate/words.py"/>
        <source>{count:,} training samples of {dataset}</source>
        <translation>{dataset} 的 {count:,} 个训练样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/cards.py"/>
        <source>folder or .py</source>
        <translation>文件夹或 .py</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>{name} is there already; Export asks before it replaces it.</source>
        <translation>{name} 已存在；导出时会先询问再替换。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Where to write</source>
        <translation>写入位置</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Export “{title}”</source>
        <translation>导出“{title}”</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>{name} is there already. Press Replace to write over it, or give another name.</source>
        <translation>{name} 已存在。按“替换”覆盖它，或使用其他名称。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Export {title}</source>
        <translation>导出 {title}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Write to</source>
        <translation>写入</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Say where to write it.</source>
        <translation>请指定写入的位置。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Type a path, or choose one with Browse.</source>
        <translation>输入路径，或用“浏览”选择。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/dialog.py"/>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Writing the file…</source>
        <translation>正在写入文件…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Reading it in a clean process and comparing…</source>
        <translation>正在干净的进程中读取并比较…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>at most {difference:.1e}; up to {tolerance:.1e} would be rounding</source>
        <translation>最大 {difference:.1e}；不超过 {tolerance:.1e} 属于舍入误差</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{time} for {count} samples; in this program {own}</source>
        <translation>{count} 个样本用时 {time}；在本程序中 {own}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{runtime} in a clean process, at batches of {batches}</source>
        <translation>干净进程中的 {runtime}，批次大小为 {batches}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{count} of {total} random samples</source>
        <translation>{total} 个随机样本中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Compared on random samples: the project's data are not on this machine, or do not fit the network's inputs.</source>
        <translation>用随机样本比较：项目的数据不在本机上，或与网络的输入不符。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{name} agrees with the network.</source>
        <translation>{name} 与网络一致。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{size} in {count} files</source>
        <translation>{size}，共 {count} 个文件</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>What is written is read again in a clean process and compared with the network on 64 test samples. A file that does not agree is not left behind.</source>
        <translation>写入的文件会在干净的进程中重新读取，并用 64 个测试样本与网络比较。不一致的文件不会留下。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Replaced {name}; it agrees with the network.</source>
        <translation>已替换 {name}；它与网络一致。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Copy path</source>
        <translation>复制路径</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Export under way</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Difference</source>
        <translation>差异</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Checked with</source>
        <translation>验证方式</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{count} of {total} samples of noise</source>
        <translation>{total} 个噪声样本中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>{count} of {total} test samples</source>
        <translation>{total} 个测试样本中的 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Same class</source>
        <translation>类别相同</translation>
    </message>
    <message>
        <location filename="../../playground/ui/export/outcome.py"/>
        <source>Read it with</source>
        <translation>读取方式</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>starting a new project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>{file} is open here.</source>
        <translation>{file} 已在此打开。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>Opening {name}…</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>What was trained before can still be saved.</source>
        <translation>之前训练的结果仍可保存。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>Save trained bundle</source>
        <translation>保存训练包</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>There are no trained weights yet. Press Run, or open a trained bundle.</source>
        <translation>还没有训练好的权重。请按“运行”，或打开一个训练包。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>opening another project</source>
        <translation>打开另一个项目</translation>
    </message>
    <message>
        <location filename="../../playground/ui/file_actions.py"/>
        <source>recovering the other project</source>
        <translation>恢复另一个项目</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/block_widgets.py"/>
        <source>default {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/block_widgets.py"/>
        <source>Formula: {latex}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/block_widgets.py"/>
        <source>Right-click to copy the LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/block_widgets.py"/>
        <source>Copy LaTeX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/block_widgets.py"/>
        <source>here {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/contents.py"/>
        <source>Pages of help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/contents.py"/>
        <source>No page matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>A sample is an image: channels × height × width, bytes that count from 0 to 1. Neighbouring pixels belong together, which convolutions use and Dense layers do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>To see what convolutions are for, and to look at what each layer makes of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>A sample is a point of a plane, two numbers. What the network says can be drawn over the whole plane, so one sees the border that it has found. The points are made anew from the seed; nothing is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>For first steps: a run takes seconds, and the decision boundary shows at once what a layer more or less does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>A sample is a row of a table: one number for each column. Columns may be of very different size, so they are scaled; what is to be predicted is one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>For measurements and records, with Dense layers. With few rows watch the validation loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>A sample is a piece of a series: time × features. What follows is to be predicted. The parts for validation and test come later in time than what is learned from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>For forecasting, with recurrent layers, convolutions along time or attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>A sample is a text, as a row of whole numbers that each name a word. An Embedding turns them into vectors that a network can compute with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>For telling texts apart, with an Embedding followed by a recurrent layer, convolutions or a Transformer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Data of your own are read where they lie; the program looks at them once to know shapes, classes and columns, and keeps only where they are. Drop the files on the window, or choose them under Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>As soon as you have data of your own. Begin with a preset of the same kind to see that all works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>In use: show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Predicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>The setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Licence: {licence}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>downloaded when first used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>When to change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/data_pages.py"/>
        <source>Show the setting</source>
        <translation>显示该设置</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>another layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>another network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>an activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>whole numbers, one for each axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/fields.py"/>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>From the package {package}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>Add to the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>Gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>Shapes of {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/layer_pages.py"/>
        <source>Shapes, for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/judging.py"/>
        <source>score of the class, before the Softmax; the other class has 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/judging.py"/>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/judging.py"/>
        <source>score, before the Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/judging.py"/>
        <source>score; the second class wants more than 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/stepping.py"/>
        <source>Bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/stepping.py"/>
        <source>Ravine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/stepping.py"/>
        <source>Saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/maths/stepping.py"/>
        <source>Bent valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/page_view.py"/>
        <source>Help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Theory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Learning-rate schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pages.py"/>
        <source>See also</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Search help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Smaller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Larger type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/panel.py"/>
        <source>Close help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>Curve and derivative of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>Another activation beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>Drag the dashed line, or press ← and → on the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>x = {x} · y = {y} · slope y′ = {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>Compare with …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/activation.py"/>
        <source>derivative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>the</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>cat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>its</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>mat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>step {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Weights of attention: rows look at columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Size of queries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>What may be looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Point at a row, or walk with ↑ and ↓. The numbers are made up; a network learns them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>“{word}” looks at {seen}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>A row for each step, a column for each feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Left columns swing quickly, right ones slowly, like the digits of a clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Step {step}: {numbers}, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>All words are seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/attention.py"/>
        <source>Only words before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Graph of y = tanh(w·x + b) and J = (y − t)²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Input x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Target t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Blue: values, forward. Orange: slopes of J, back. The last step moves w and b downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Step computes the next number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>p = w·x = {w}·{x} = {p}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>z = p + b = {p} + {b} = {z}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>y = tanh(z) = tanh({z}) = {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>J = (y − t)² = ({y} − {t})² = {J}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂y = 2·(y − t) = 2·({y} − {t}) = {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂z = ∂J/∂y · (1 − y²) = {by}·(1 − {y}²) = {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂b = ∂J/∂z · 1 = {slope}: a sum passes the slope on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂p = ∂J/∂z · 1 = {slope}: a sum passes the slope on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂w = ∂J/∂p · x = {by}·{x} = {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>∂J/∂x = ∂J/∂p · w = {by}·{w} = {slope}: what an earlier layer would get</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/backprop.py"/>
        <source>Now learn: w ← {w} − {rate}·{sw} and b ← {b} − {rate}·{sb}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Loss over two weights, dark where it is low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Shape of the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Another optimizer beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Click, or use the arrow keys, to begin somewhere else. The gradient is exact, without noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>{name}: step {step}, it diverges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/descent.py"/>
        <source>{name}: step {step}, loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Distribution of a code and what is drawn from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Mean μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Deviation σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Draw ε</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Begin again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>Move μ and σ: every z moves with them. That is what lets gradients through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>z = {mean} + {deviation} · {noise} = {z}
∂z/∂μ = 1 · ∂z/∂σ = ε = {noise} · KL from N(0, 1): {price} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>N(0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/draw.py"/>
        <source>z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>Values after dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>When it is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>Draw again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>Each batch draws anew. Predicting, everything passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>{dropped} of {all} dropped · mean {mean}, without dropout {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>While training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/dropout.py"/>
        <source>While predicting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>great</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>awful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>book</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>A table: a row of numbers for each word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>Point at a word, or walk with ↑ and ↓. The numbers are made up; a network learns them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/embedding.py"/>
        <source>id {row} → ({vector})
most like “{word}”: cosine {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Penalty (L2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Other points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Raise the degree: the blue error falls to 0, the orange one, on new points, rises again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>error on the points {own}, on new ones {new} · degree {best} does best on new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Points and the polynomial through them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>Errors by degree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>the fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>the truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>error on the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/fitting.py"/>
        <source>on new ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>Data, fakes, and what the discriminator says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>Mean of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>Turns of the discriminator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>With one turn of the discriminator for each of the generator both chase each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>round {step} · fakes: mean {mean}, deviation {deviation} · fakes called real: {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>fakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/gan.py"/>
        <source>called real, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>{loss} over the output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>Another loss beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>Drag the dashed line. Training moves the output against the slope: downhill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>output {x} · loss {loss} · slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>What is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>The class is the true one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/loss.py"/>
        <source>The other class is true</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Batch norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Layer norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Instance norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Group norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>RMS norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>one channel, over all samples of the batch and all places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>one place of one sample, over all its channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>one channel of one sample, over all its places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>a group of channels of one sample, over all its places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>one place of one sample, over all its channels, without taking the mean away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>A batch: samples by channels, each with its places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Which normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Which values are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Point at a number, or walk with the arrow keys, to see with which it is averaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Mean {mean}, deviation {deviation}: {before} becomes {after}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>Averaged: {what}, {count} numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/normalization.py"/>
        <source>sample {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/picture.py"/>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/picture.py"/>
        <source>Ten steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/picture.py"/>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/schedule.py"/>
        <source>begins at {first}, at most {most}, ends at {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/schedule.py"/>
        <source>Epochs of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/schedule.py"/>
        <source>Point at the curve to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/schedule.py"/>
        <source>Drawn as it is while the loss keeps falling; when it falls nobody knows before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Class {number}: score {score} · probability {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Scores above, probabilities below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Pull a bar of the upper row; ← and → choose one, ↑ and ↓ move it. Low temperatures sharpen, high ones level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source> · logarithm {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/softmax.py"/>
        <source>Probabilities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/unit.py"/>
        <source>A network of two inputs, two hidden units and one output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/unit.py"/>
        <source>Activation of the hidden units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/unit.py"/>
        <source>Point at a unit, or walk with ← and →, to see how its number comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/unit.py"/>
        <source>{name} = {value}: an input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Vertical edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Horizontal edges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Blur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Sharpen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Leaves it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>{count} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Output: ⌊({image} + 2·{padding} − {extent}) ÷ {stride}⌋ + 1 = {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Stride</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Dilation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Point at a cell of the output, or walk with the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>A kernel slides over an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>What the kernel does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>A window goes over an image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>What is taken of each window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>The largest of the window is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>The mean is {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>The window is larger than the padded image: there is no output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/pictures/windows.py"/>
        <source>Largest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/said.py"/>
        <source>Read more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/said.py"/>
        <source>In PyTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/said.py"/>
        <source>When to use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>sequence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>ids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/shapes.py"/>
        <source>matrices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/theory_pages.py"/>
        <source>Try it: {preset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Optimizers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Learning-rate schedules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/topics.py"/>
        <source>Data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>one class out of several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>Higher is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>Lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>Neither high nor low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>a part, shown in percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>What it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>no activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>Judges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>Last activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>What it goes with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>How to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/help/training_pages.py"/>
        <source>What it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/import_actions.py"/>
        <source>Importing {name}…</source>
        <translation>正在导入 {name}…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/import_actions.py"/>
        <source>importing a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <location filename="../../playground/ui/import_actions.py"/>
        <source>Show problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/consequences.py"/>
        <source>Gives {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/consequences.py"/>
        <source>{name} no longer fits: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/kernel_pictures.py"/>
        <source>{count} kernels: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/kernel_pictures.py"/>
        <source>Kernels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/kernel_pictures.py"/>
        <source>mean over {count} input channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/kernel_pictures.py"/>
        <source>the first {shown} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/live_weights.py"/>
        <source>Gradient RMS {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/live_weights.py"/>
        <source>update / weight {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>Change {field} of {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>{count} of {all} layers are changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>Delete these layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>All {count} layers are changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>They have no parameter in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>What they have in common. An entry changes all {count} layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>An entry changes all {count} layers; *2 or +16 changes each from what it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/many_view.py"/>
        <source>Reset {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/node_view.py"/>
        <source>Reset {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/node_view.py"/>
        <source>Set {field} of {count} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/node_view.py"/>
        <source>this kind of layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/node_view.py"/>
        <source>{count} layers have it now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/inspector/panel.py"/>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Lesson: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>{lesson} · {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Fold this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>End the lesson (it can be taken up again)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Unfold this card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>✓ Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/card.py"/>
        <source>○ To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>{count} of {wanted} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Why convolutions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>The same digits twice: weighed all at once, and looked at through small windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Dense layers see no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>This network takes the digit apart into 784 numbers and weighs them all at once. It does not know which of them lie beside each other: shuffle the pixels of all digits in the same way, and it would learn just as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>How good is that?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Press **Run** and let it train for a few epochs. Keep the accuracy in mind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>A small window that slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Put a **Conv 2D** with 8 filters between Input and Flatten: drop it on the link. It has a few small kernels, 3 × 3 numbers each, and slides them over the image. The same nine weights work everywhere: what is found in one corner is found in any other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Keep what is strongest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Behind it put **Max pool 2D**: of each 2 × 2 window only the largest number goes on. The maps are half as wide and high, and a stroke that lies one pixel to the left gives nearly the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Once more, and smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Put a second pair of **Conv 2D** (16 filters) and **Max pool 2D** behind: it looks at what the first one found, and so at strokes and bows instead of edges. Then take the Dense layer with 64 units out. Watch how many numbers are left to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Train it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Run once more. The first run stays behind the new one in paler colours: compare where the orange curves end. A tenth of the numbers reads the digits about as well as all of them, or better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>See the arithmetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Open the **Microscope** at the convolution (right mouse button on its card). Move the pointer over a map: you see the window of the image, the kernel, the nine products and their sum. Which kernel finds edges? Which finds the ground?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Why it pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>A convolution assumes two things about images: what matters lies close together, and it may be anywhere. Where that is true it learns more from less. For a table of patients, where neighbouring columns have nothing to do with each other, a dense layer is the better choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Do it for me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>Open the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>{run}: {part:.1%}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/convolutions.py"/>
        <source>{count} numbers to learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>epoch {epoch}: {part:.0%} of the validation digits are right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Your first network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Build a network that reads digits, train it, and draw one for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>no epoch has ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>The task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Here is a single layer, the **Input**: a scan of a handwritten digit, 28 × 28 grey values. We want a network that says which digit it is.

Everything in the program stays free while a lesson runs: try things out, undo them with Ctrl+Z, come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Lay the image out flat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>A dense layer takes a list of numbers, not an image. Drag **Flatten** from the palette onto the canvas, or search for it, and link the Input's right port to its left one. A layer that is added while another is selected is linked from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>A layer that learns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Add a **Dense** layer behind it. Each of its units weighs all 784 numbers and adds them up. Set its *activation* to **ReLU** in the inspector: without something bent between them, two layers would be worth no more than one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>One answer for each digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Add a second **Dense** layer with **10 units**: one for each digit. The number under a card is the shape of what comes out of it; the grey number on it counts what it has to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Train it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Press **Run** (F5). The network sees batches of digits, compares its answers with the right ones, and moves each weight a little to where the *loss* falls. Watch the curves: blue is the training part, orange is the validation part, which it never learns from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Look inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Every card shows what its layer makes of one digit. Rest the pointer on a preview to see it large; the arrows of the bar at the upper right go to another digit. Select the **Dense** layer and look at its units: some fire for this digit, others stay dark.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Ask it yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Open **Draw** (the + beside the tabs under the canvas) and draw a digit with the mouse. The bars are what the network says, while you draw. Is there a digit with which you can fool it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>That was all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Layers, links, a loss, and a little step downhill for every batch: larger networks are the same, only more of it. *File ▸ Save trained bundle* keeps the network with its weights.

A next lesson: **Why convolutions**.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/first_network.py"/>
        <source>Open Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>A GAN in ten minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>A forger and a judge, on points that one can see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Two networks, one game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>The real data are points on a ring. The **generator** gets noise and makes points of it; the **discriminator** gets points and says how real they look. One learns to tell fakes, the other to make better ones.

Use the tabs above the canvas to look at both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Open the cockpit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>The **GAN cockpit** shows real points, fakes, and in colour what the discriminator thinks of every place in the plane. Open it from the + beside the tabs under the canvas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Let them play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Press **Run**. At first the fakes lie in a heap. The discriminator finds out where, its colour changes there, and the arrows show where each fake would have to go to look more real. Follow them for some epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>In slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>*Train ▸ Slow motion* makes every step visible, and *Step* trains one part alone. Slow it down: the discriminator learns, the colours move; the generator learns, the points move.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Switch slow motion off again and let it train. There is no loss that simply falls: when one gets better, the other's task gets harder. Good is what *looks* right: fakes all around the ring, and a discriminator that can no longer tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>How it goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Change the balance: set the **learning rate** ten times as high under Training and run again. Often the fakes gather in one place and run around the ring together: *mode collapse*. The generator found one answer that works, until the discriminator learns it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>From points to pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>The presets *MNIST · small GAN* and *MNIST · GAN* play the same game with images of digits. The cockpit then counts how many of the ten digits the generator can make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Show the generator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>Ten times as high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/gan.py"/>
        <source>learning rate {rate:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/guide.py"/>
        <source>That was the lesson. The project is yours: go on with it, or save it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/guide.py"/>
        <source>Last time you came to step {number} of this lesson.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/guide.py"/>
        <source>Next: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/guide.py"/>
        <source>Go to that step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/hand.py"/>
        <source>There is no linked layer to put it before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>A VAE's latent space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Two numbers for every digit, and a plane to walk through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Through a narrow door</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>The first half of this network, the *encoder*, presses a digit of 784 numbers into **two**; the second half, the *decoder*, has to draw it again from these two alone. What does not fit through the door is lost, so it learns what matters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Not a point but a cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Select **Gaussian sample**. The encoder gives a mean and a variance, and the code is drawn at random from that little cloud. Digits that lie beside each other must therefore look alike: the plane has no holes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Press **Run**. The loss has two parts: *reconstruction*, how well digits are drawn again, and *KL*, how far the clouds are from one round cloud around the middle. The samples under the canvas show originals above what comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Look at the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Open **Latent space**. Every dot is a digit, where the encoder puts it, in the colour of its class. The network was never told which digit is which: that they lie together it found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Walk through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Drag in the plane, or move the sliders: the decoder draws what lies there. Go from one colour to another and see a digit turn into the next one. Then look at the *manifold*: the whole plane, drawn on a grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Another balance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Under **Training ▸ Task** set **β** to 0.05 and run again for some epochs. With a small β the clouds may spread as they like: digits are drawn sharper, but between them lie places that stand for nothing. With a large β all clouds fall into one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>What it is good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>A code that is small, without holes, and whose directions mean something can be drawn from to make new digits, searched for what is alike, and asked what is unusual. The preset *MNIST · variational autoencoder* does it with more than two dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Open Latent space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>Set β and run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/latent_space.py"/>
        <source>β is {beta:g}, {count} of {wanted} epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>epoch {epoch}: loss {train:.3f} in training, {validation:.3f} in validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Overfitting and what helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>A network that learns 200 digits by heart, and four ways to keep it from that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Much to learn with, little to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>This network has hundreds of thousands of weights, and gets 200 digits to learn from. It could learn each of them by heart. Would it then read digits?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Watch the two curves part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Press **Run**. The blue curve, on the digits that it learns from, falls towards 0. The orange one, on digits that it has not seen, stops falling, and often rises again: that is **overfitting**. From there on the network learns what is peculiar to its 200 digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Forget a little: dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Put a **Dropout** layer before the last Dense layer. In each training step it sets half of the numbers to 0, others every time, so that no unit can rely on a single other one. When the network is used, it does nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Again, with dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Run again and compare with the paler curves of the first run: how far apart do the two parts stay now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Stop in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>The best network was there some epochs ago. Under **Training ▸ Early stopping** switch it on: the run ends when the validation loss has not fallen for a while, and the weights of the best epoch come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>More digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Nothing helps as much as more data. Under **Data** raise the number of samples, or switch on augmentation: digits that are moved and turned a little are new ones for the network. Change one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>And once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Run a last time. Then open **Runs** (the + beside the tabs) to see side by side what was changed and what came of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>What to remember</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>A loss on what was learnt says little. Look at the gap between the two curves: if both are high, the network is too small or has not trained enough (*underfitting*); if they part, it learns by heart. Then help: more data, augmentation, dropout, a weight penalty, a smaller network, or stopping in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Switch it on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Move and turn them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lessons/overfitting.py"/>
        <source>Run, and open Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Nothing</source>
        <translation>不显示</translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Width by the size of what a layer gives, colour by its dead or saturated units</source>
        <translation>宽度表示层输出的大小，颜色表示失活或饱和的单元</translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Width by the size of the gradient that comes back, colour by dead or saturated units</source>
        <translation>宽度表示回传梯度的大小，颜色表示失活或饱和的单元</translation>
    </message>
    <message>
        <location filename="../../playground/ui/link_choices.py"/>
        <source>Nothing is measured, and no layer is watched for trouble</source>
        <translation>不做测量，也不监视各层是否有问题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Looking back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Look at the network as it is (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Branch here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Train on from this step as a run of its own; this run is put by, and Train ▸ Go back to leads back to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>With the settings of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>With the settings as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>One snapshot earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>One snapshot later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Looking at {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/bar.py"/>
        <source>Branch here ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Its weights are lost; the network and the curves are kept. Run trains again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Go &amp;back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Take up the weights of an earlier run of this session, as they were left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>{name} is not saved, and its weights cannot be kept beside another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>{name} is not saved. Its weights of step {step:,} stay until the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Its weights of step {step:,} are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>{name} (step {step:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>The network and the curves are kept; its last snapshot is looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Take up step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>the run before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>The run before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Save the bundle first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>{doing} without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Back to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/going_back.py"/>
        <source>Run trains again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} (before training)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} of {planned:,} (before training)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} (epoch {epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} of {planned:,} (epoch {epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} (end of epoch {epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lookback/travel.py"/>
        <source>step {step:,} of {planned:,} (end of epoch {epoch})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>Each batch is trained with a larger rate than the one before, on a copy: your network stays as it is. A good rate lies where the loss falls steeply, well before it rises. Click one to set it.</source>
        <translation>在副本上用逐批增大的学习率训练：原网络保持不变。合适的学习率位于损失快速下降、远未回升的地方。单击即可采用。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>A run is under way. Stop it first: both would share the machine.</source>
        <translation>有一次运行正在进行。请先停止：两者会争用计算资源。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>Find the learning rate</source>
        <translation>查找学习率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>Use the suggestion</source>
        <translation>采用建议值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>{rate} would do well.</source>
        <translation>{rate} 较为合适。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>The project has changed since. Try again.</source>
        <translation>此后项目已更改。请重试。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>The learning rate is {rate} now.</source>
        <translation>学习率现在是 {rate}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>It cannot train yet. {problem}</source>
        <translation>还不能训练。{problem}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>Trying rates…</source>
        <translation>正在尝试学习率…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>The loss fell at no rate: there is nothing to suggest. Look at the network or the data.</source>
        <translation>没有使损失下降的学习率，无法给出建议。请检查网络或数据。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/lr_finder.py"/>
        <source>Trying rates… {count:,} so far</source>
        <translation>正在尝试学习率… 已试 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/main_window.py"/>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/main_window.py"/>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/main_window.py"/>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/menus.py"/>
        <source>Copy a&amp;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/menus.py"/>
        <source>Walk and &amp;wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/menus.py"/>
        <source>Arran&amp;ge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/menus.py"/>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/palette/panel.py"/>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>{count:,.0f} steps</source>
        <translation>{count:,.0f} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Average over the steps before each point; what was measured stays faintly behind</source>
        <translation>对每个点之前的若干步取平均；测得的原始值以淡色留在后面</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Log y</source>
        <translation>对数 y</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Logarithmic values</source>
        <translation>数值用对数刻度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Log x</source>
        <translation>对数 x</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Logarithmic epochs</source>
        <translation>轮次用对数刻度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Follow the run</source>
        <translation>跟随运行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Compare runs…</source>
        <translation>比较运行…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Clear earlier runs</source>
        <translation>清除先前的运行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Export picture (PNG)…</source>
        <translation>导出图片 (PNG)…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Export values (CSV)…</source>
        <translation>导出数值 (CSV)…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/controls.py"/>
        <source>Follow, compare runs, scales, smoothing, export</source>
        <translation>跟随、比较运行、刻度、平滑、导出</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/curve_plot.py"/>
        <source>Plot</source>
        <translation>图</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/curve_plot.py"/>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/curve_plot.py"/>
        <source>Show all of the run again and follow it (double-click)</source>
        <translation>重新显示整个运行并跟随（双击）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/curve_plot.py"/>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/curves_tab.py"/>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/export.py"/>
        <source>Export failed</source>
        <translation>导出失败</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>About a thousandth of the weight per step is usual</source>
        <translation>每步更新约为权重的千分之一属正常</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>Gradient norm</source>
        <translation>梯度范数</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>Update / weight</source>
        <translation>更新 / 权重</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>epoch {epoch:.2f}</source>
        <translation>第 {epoch:.2f} 轮</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>step {step:,}</source>
        <translation>第 {step:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/gradients_tab.py"/>
        <source>{title} of each layer over epochs</source>
        <translation>各层的{title}随轮次的变化</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>{truth} → {said}: is {truth}, taken for {said} ({sure})</source>
        <translation>{truth} → {said}：实为 {truth}，被判为 {said}（{sure}）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>Test images</source>
        <translation>测试图像</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>{percent:.1f} % sure</source>
        <translation>置信度 {percent:.1f} %</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>score {value:.3g}</source>
        <translation>得分 {value:.3g}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>{truth}, recognized ({sure})</source>
        <translation>{truth}，识别正确（{sure}）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/image_grid.py"/>
        <source>{count} of {total} wrong</source>
        <translation>{total} 个中错 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/layer_legend.py"/>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/layer_legend.py"/>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/metric_chooser.py"/>
        <source>Choose what this plot shows</source>
        <translation>选择此图显示的内容</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/metric_chooser.py"/>
        <source>Plot of {title}; choose another</source>
        <translation>{title}的图；可另选</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/metric_plot.py"/>
        <source>{title} over epochs</source>
        <translation>{title}随轮次的变化</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/metric_plot.py"/>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/moment_slider.py"/>
        <source>Show all moments one after the other</source>
        <translation>依次显示各个时刻</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/moment_slider.py"/>
        <source>Follow what the network makes of its samples now (Esc)</source>
        <translation>跟随网络当前对样本的结果 (Esc)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/moment_slider.py"/>
        <source>Moment of the training</source>
        <translation>训练的时刻</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/moment_slider.py"/>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/moment_slider.py"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>This run has shown nothing of its samples yet.</source>
        <translation>本次运行尚未显示样本。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>The samples of this bundle show here once its data are read: press Resume or Step if they must be fetched.</source>
        <translation>读取数据后，此训练包的样本显示在这里：若需获取数据，请按“继续”或“单步”。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Press Run to see the loss and what else is measured.</source>
        <translation>按“运行”查看损失和其他指标。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Press Run to see each layer's gradients and updates.</source>
        <translation>按“运行”查看各层的梯度和更新。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Press Run to see what the network makes of test images.</source>
        <translation>按“运行”查看网络对测试图像的结果。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>PNG pictures (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/panel.py"/>
        <source>Export values</source>
        <translation>导出数值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see what comes back of the data, samples from the prior, and where the data lie among the codes.</source>
        <translation>按“运行”查看数据的重建、来自先验的样本，以及数据在编码中的位置。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see what comes back of the data, beside the originals.</source>
        <translation>按“运行”查看数据的重建，与原始数据并列。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see what the generator makes of the same noise while it learns.</source>
        <translation>按“运行”查看生成器在学习过程中由同一噪声生成的结果。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see forecasts over what really came.</source>
        <translation>按“运行”查看预测与实际值的对照。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see texts with what the network says of them.</source>
        <translation>按“运行”查看文本以及网络对它们的预测。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see rows of the data with what the network says of them.</source>
        <translation>按“运行”查看数据的行以及网络对它们的预测。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see the network's decision regions.</source>
        <translation>按“运行”查看网络的决策区域。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see rows of the data with what the network says of them, and truth against prediction.</source>
        <translation>按“运行”查看数据的行以及网络对它们的预测，还有真实值与预测值的对照。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/promise.py"/>
        <source>Press Run to see what the network says of each place of the plane.</source>
        <translation>按“运行”查看网络对平面上每一点的预测。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>The step length as the schedule, or a person, has set it.</source>
        <translation>由调度或人工设定的步长。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>What each part makes small.</source>
        <translation>各部分要减小的量。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>{label}, validation</source>
        <translation>{label}，验证</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/quantities.py"/>
        <source>val</source>
        <translation>验证</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_panel.py"/>
        <source>Which {kind}</source>
        <translation>选择{kind}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>{title}: histograms over epochs</source>
        <translation>{title}：各轮次的直方图</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>{count:,} of {total:,}</source>
        <translation>{total:,} 个中的 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>Newest: epoch {epoch:.4g}, {count} in all</source>
        <translation>最新：第 {epoch:.4g} 轮，共 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>Newest: nothing yet</source>
        <translation>最新：暂无</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>now, step {step:,}</source>
        <translation>现在，第 {step:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>epoch {epoch:.4g}, step {step:,}</source>
        <translation>第 {epoch:.4g} 轮，第 {step:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>{count:,} not finite</source>
        <translation>{count:,} 个非有限值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/ridge_plot.py"/>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_cards.py"/>
        <source>without {layer}</source>
        <translation>没有 {layer}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_cards.py"/>
        <source>with {layer}</source>
        <translation>有 {layer}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_cards.py"/>
        <source>and {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_cards.py"/>
        <source>other links</source>
        <translation>连接不同</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_files.py"/>
        <source>holds no curves: it has not been trained here.</source>
        <translation>没有曲线：它不是在这里训练的。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_log.py"/>
        <source>Run {number}, from step {step:,}</source>
        <translation>运行 {number}，自第 {step:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_log.py"/>
        <source>Run {number}, from step {step:,} of {parent}</source>
        <translation>运行 {number}，自{parent}的第 {step:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/run_log.py"/>
        <source>Run {number}</source>
        <translation>运行 {number}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/samples_tab.py"/>
        <source>The cards show the weights of now.</source>
        <translation>卡片显示的是当前的权重。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/samples_tab.py"/>
        <source>newest: {moment}</source>
        <translation>最新：{moment}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/samples_tab.py"/>
        <source>Test images, truth → prediction</source>
        <translation>测试图像，真实 → 预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/samples_tab.py"/>
        <source>{count} of {total} wrong after step {step:,}</source>
        <translation>第 {step:,} 步之后，{total} 个中错 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/time_cursor.py"/>
        <source>Drag to see the network as it was at an earlier step. Arrow keys go from snapshot to snapshot, Esc leads back.</source>
        <translation>拖动可查看网络在较早一步的状态。方向键在快照之间移动，Esc 返回。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/time_cursor.py"/>
        <source>Time cursor</source>
        <translation>时间游标</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/time_cursor.py"/>
        <source>Snapshots: click one to see the network as it was.</source>
        <translation>快照：单击可查看网络当时的状态。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Boundary</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Forecasts</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Generated</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Manifold</source>
        <translation>流形</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Reconstructions</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/chooser.py"/>
        <source>What is shown</source>
        <translation>显示的内容</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>these are off by {value} on average</source>
        <translation>平均误差 {value}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>{steps} ahead
truth {truth}
forecast {said}</source>
        <translation>向前 {steps} 步
真实值 {truth}
预测值 {said}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>last given</source>
        <translation>最后给定的值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>{steps} before the last</source>
        <translation>最后一个之前 {steps} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>Forecasts over the truth</source>
        <translation>预测与真实值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/forecasts.py"/>
        <source>forecast</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/marks.py"/>
        <source>and {count:,} more</source>
        <translation>另有 {count:,} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>image {number} of {count}</source>
        <translation>第 {number} 张图像，共 {count} 张</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>{kind}, image {number} of {count}</source>
        <translation>{kind}，第 {number} 张图像，共 {count} 张</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>Given</source>
        <translation>给定</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/pictures.py"/>
        <source>{count:,} images in {rows} rows</source>
        <translation>{count:,} 张图像，{rows} 行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>original</source>
        <translation>原始</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>point: {what}</source>
        <translation>点：{what}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>What the network says over a plane</source>
        <translation>网络在平面上的预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>{count:,} of {total:,} points misclassified</source>
        <translation>{total:,} 个点中 {count:,} 个分类错误</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>says {what}, {percent:.1f} % sure</source>
        <translation>预测 {what}，置信度 {percent:.1f} %</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>on the wrong side</source>
        <translation>在错误的一侧</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>misclassified</source>
        <translation>分类错误</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>{count:,} of {total:,} points on the wrong side</source>
        <translation>{total:,} 个点中 {count:,} 个在错误的一侧</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>says {what}</source>
        <translation>预测 {what}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>without a class</source>
        <translation>无类别</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>made</source>
        <translation>生成</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/plane.py"/>
        <source>points: their true values</source>
        <translation>点：真实值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/rows.py"/>
        <source>Says</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/rows.py"/>
        <source>is {truth}, the network says {said}</source>
        <translation>实为 {truth}，网络预测 {said}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/rows.py"/>
        <source>Rows and what the network says of them</source>
        <translation>各行及网络对它们的预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/rows.py"/>
        <source>{said}, wrong</source>
        <translation>{said}，错误</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/rows.py"/>
        <source>{said}, right</source>
        <translation>{said}，正确</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/scatter.py"/>
        <source>{count:,} points, {lost:,} not finite</source>
        <translation>{count:,} 个点，{lost:,} 个非有限值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/scatter.py"/>
        <source>both equal</source>
        <translation>两者相等</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plots/views/tile.py"/>
        <source>Test images, wrong ones marked</source>
        <translation>测试图像，错误的已标出</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plugin_notice.py"/>
        <source>{count} plug-ins could not be loaded: {names}. Their layers are missing.</source>
        <translation>{count} 个插件无法加载：{names}。它们的层不可用。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plugin_notice.py"/>
        <source>The plug-in {name} could not be loaded: {error}. Its layers are missing.</source>
        <translation>插件 {name} 无法加载：{error}。它的层不可用。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/plugin_notice.py"/>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/bars.py"/>
        <source>What the network says</source>
        <translation>网络的预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/bars.py"/>
        <source>and {count:,} less likely</source>
        <translation>另有 {count:,} 个可能性更低</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>taken whole</source>
        <translation>整体缩放</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>The pad is scaled to the size of the network's images.</source>
        <translation>画板缩放到网络图像的大小。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>centred as MNIST</source>
        <translation>按 MNIST 方式居中</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>As MNIST's digits: scaled into the frame of 20 × 20, the centre of mass (cross) in the middle.</source>
        <translation>与 MNIST 的数字相同：缩放到 20 × 20 的框内，质心（十字）居中。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>as the 8×8 scans</source>
        <translation>按 8×8 扫描方式</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/centring.py"/>
        <source>As the bundled scans: as high as the image, in 8 × 8 pixels of 16 levels, smoothly enlarged.</source>
        <translation>与自带的扫描图相同：与图像等高，8 × 8 像素、16 级灰度，平滑放大。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>of the empty pad</source>
        <translation>空白画板的结果</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>What the network gives back</source>
        <translation>网络的重建</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>What the network gets, {height} × {width} pixels. {words}</source>
        <translation>网络得到的输入，{height} × {width} 像素。{words}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>The clipboard holds no image.</source>
        <translation>剪贴板中没有图像。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>The network says {words}</source>
        <translation>网络预测 {words}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>No answer yet</source>
        <translation>尚无预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/drawing_page.py"/>
        <source>error {error:.4g}</source>
        <translation>误差 {error:.4g}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/given.py"/>
        <source>row {row}, column {column}: {value} of 255</source>
        <translation>第 {row} 行，第 {column} 列：{value}（最大 255）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/given.py"/>
        <source>What the network gets</source>
        <translation>网络得到的输入</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad.py"/>
        <source>Arrow keys move, Space puts the pen down and lifts it, Delete clears, Ctrl+Z undoes</source>
        <translation>方向键移动，空格键落笔和抬笔，Delete 清除，Ctrl+Z 撤销</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad.py"/>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad.py"/>
        <source>Draw here</source>
        <translation>在此绘制</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Take the last stroke back (Ctrl+Z)</source>
        <translation>撤销上一笔 (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Put it there again</source>
        <translation>恢复这一笔</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Begin anew (Del)</source>
        <translation>重新开始 (Del)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>An image you copied</source>
        <translation>粘贴复制的图像</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Colour of the pen</source>
        <translation>画笔颜色</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Size of the pen</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Dark for light and light for dark in what the network gets</source>
        <translation>将网络输入的明暗反转</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/pad_tools.py"/>
        <source>Pen</source>
        <translation>画笔</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Train first, or open a trained bundle: then paste or open what the network shall judge.</source>
        <translation>请先训练，或打开一个训练包；然后粘贴或打开要由网络预测的内容。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Open images or a folder, or drop them here: what the network says of each stands here as a table.</source>
        <translation>打开图像或文件夹，或将其拖放到这里：网络对每一个的预测以表格显示。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>This network makes samples out of noise. See the Samples tab, or export its generator.</source>
        <translation>此网络由噪声生成样本。请查看“样本”选项卡，或导出其生成器。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Open files: arrays (.npy, .npz) of the shape that the network takes.</source>
        <translation>打开文件：形状与网络输入相符的数组（.npy、.npz）。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Images, arrays, tables, texts ({suffixes})</source>
        <translation>图像、数组、表格、文本 ({suffixes})</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Predict from files</source>
        <translation>从文件预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Draw…</source>
        <translation>绘制…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Images, arrays, tables or texts; they can be dropped here, too</source>
        <translation>图像、数组、表格或文本；也可以拖放到这里</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>All files of a folder</source>
        <translation>文件夹中的所有文件</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Draw a sample, and see what the network says while you draw</source>
        <translation>绘制一个样本，边画边看网络的预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Predict from a folder</source>
        <translation>从文件夹预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Save predictions</source>
        <translation>保存预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>{title} predictions</source>
        <translation>{title} 预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Save CSV…</source>
        <translation>保存 CSV…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/panel.py"/>
        <source>Predicting…</source>
        <translation>正在预测…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>{listed} and {count} more</source>
        <translation>{listed} 等，另有 {count} 个</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>There is nothing to predict from: paste rows, the first line with the names of the columns.</source>
        <translation>没有可供预测的内容：请粘贴若干行，首行为列名。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>These are {count:,} lines; at most {most_rows:,} at once. Open a file instead.</source>
        <translation>共有 {count:,} 行；一次最多 {most_rows:,} 行。请改为打开文件。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>There is only the line with the names of the columns: add a row under it.</source>
        <translation>只有列名这一行：请在下面添加一行。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>There is nothing to predict from: write a text, each line is one.</source>
        <translation>没有可供预测的内容：请输入文本，每行一条。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>There is nothing to predict from: paste the numbers of a series.</source>
        <translation>没有可供预测的内容：请粘贴一个序列的数值。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>The first line holds {counted} and no names; the network takes {counted2}: {listed}.</source>
        <translation>首行有 {counted}，没有列名；网络需要 {counted2}：{listed}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>These are {count:,} numbers; the network looks back on {steps:,}.</source>
        <translation>共有 {count:,} 个数值；网络需要回看 {steps:,} 个。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>These are {count:,} lines of {features} numbers; the network looks back on {steps:,}.</source>
        <translation>共有 {count:,} 行，每行 {features} 个数值；网络需要回看 {steps:,} 行。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>Two columns are called “{twice}”.</source>
        <translation>有两列都叫“{twice}”。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>A column has no name.</source>
        <translation>有一列没有名称。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>Line {number} has {cells} cell; there are {count} columns: {listed}.</source>
        <translation>第 {number} 行有 {cells} 个单元格；应有 {count} 列：{listed}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>Line {number} has {cells} cells; there are {count} columns: {listed}.</source>
        <translation>第 {number} 行有 {cells} 个单元格；应有 {count} 列：{listed}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>Line {number}: “{word}” is no number.</source>
        <translation>第 {number} 行：“{word}”不是数值。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/parsing.py"/>
        <source>Line {number} has {counted}; each moment has {features}.</source>
        <translation>第 {number} 行有 {counted}；每个时刻应有 {features} 个。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>Open files or a folder, or drop them here: what the network says of each stands here as a table.</source>
        <translation>打开文件或文件夹，或将其拖放到这里：网络对每一个的预测以表格显示。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>{predictions}, {files} could not be read</source>
        <translation>{predictions}，{files}无法读取</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/results.py"/>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>Paste rows, cells apart by tabs or commas, the first line with the columns’ names: {listed}.</source>
        <translation>粘贴若干行，单元格用制表符或逗号分隔，首行为列名：{listed}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>Paste at least {steps:,} lines of {features} numbers, oldest first.</source>
        <translation>粘贴至少 {steps:,} 行，每行 {features} 个数值，最早的在前。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>Write or paste texts: each line is one.</source>
        <translation>输入或粘贴文本：每行一条。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>this was a wonderful day</source>
        <translation>this was a wonderful day</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>Paste at least {steps:,} numbers of a series, oldest first; what comes next is forecast.</source>
        <translation>粘贴一个序列的至少 {steps:,} 个数值，最早的在前；随后的值由网络预测。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/predict/typed_page.py"/>
        <source>There is no network yet that could be asked.</source>
        <translation>还没有可用于预测的网络。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Colours of the whole window. High contrast draws borders instead of tints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>What the program speaks. Names of layers and formulas stay as the field has them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Nothing glides or fades: what changes is simply there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Live previews</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Every card shows what its layer makes of a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Links show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>What the width of links stands for while a network is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Snap to guides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Dragged layers snap to edges, centres and gaps of others. Ctrl suspends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Folder with data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Where data sets such as MNIST are looked for before they are fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Own folder of data sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Look in the program's own folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Forget which files were opened; the files stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>What went wrong is written there; it helps with a report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Nothing leaves this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Networks, data and runs stay here. The only connections are downloads of data sets that you ask for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>Windows that are opened from now on speak it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/catalogue.py"/>
        <source>{count} remembered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/dialog.py"/>
        <source>Search settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/preferences/dialog.py"/>
        <source>No setting matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/drafts.py"/>
        <source>A moment: this is being worked out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/drafts.py"/>
        <source>The network is being built with its first weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/drafts.py"/>
        <source>The training process ended while it looked into this network. Change the network, or press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/drafts.py"/>
        <source>Nothing to see yet. {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/large.py"/>
        <source>from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/large.py"/>
        <source>likeliest {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} has no row of {counted}, which the network takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>The data that the run learns from are not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} is larger than {most_bytes} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name}: the network takes {shape}, no images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} cannot be read as an image: {errorstring}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} must hold finite numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} holds {times} numbers; the network takes {shape}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} holds {times} numbers: no image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} holds numbers from {low:g} to {high:g}; images have 0 to 1, or 0 to 255.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name}: the network takes texts; write one, or load a .txt file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} holds no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} cannot be read as an array: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/loading.py"/>
        <source>{name} cannot be read as text (UTF-8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/magnifier.py"/>
        <source>Enlarged preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/planes.py"/>
        <source>{what} over {across} and {up}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/planes.py"/>
        <source>likeliest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Sample that flows through the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Load…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Show units over the plane of the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Cards show what each unit says over the whole plane; off: what it makes of this sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Number of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Load a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Write a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>What every layer makes of:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Previous sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Next sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Random sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Any sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Load a sample from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Have an image, an array or a row of your own flow through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Draw a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Yours ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_bar.py"/>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>Draw a sample, and see what every layer makes of it while you draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>Write a text of your own, and see what every layer makes of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>Images, arrays, rows and texts (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.npy *.csv *.tsv *.txt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>truth {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>says {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/sample_words.py"/>
        <source>untrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{count:,} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/previews/shares.py"/>
        <source>{shown:,} of {count:,} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/panel.py"/>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/panel.py"/>
        <source>No problems. The network can be trained.</source>
        <translation>没有问题。网络可以训练。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/problem_card.py"/>
        <source>Error: {problem}</source>
        <translation>错误：{problem}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/problem_card.py"/>
        <source>Warning: {problem}</source>
        <translation>警告：{problem}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/problem_card.py"/>
        <source>Show the layer</source>
        <translation>显示该层</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/problem_list.py"/>
        <source>And {hidden:,} more.</source>
        <translation>另有 {hidden:,} 个。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/status_line.py"/>
        <source> (Show)</source>
        <translation>（显示）</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/status_line.py"/>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/status_line.py"/>
        <source>Multiply-adds are counted for one sample.</source>
        <translation>乘加运算按一个样本计。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/status_line.py"/>
        <source>{count} multiply-adds</source>
        <translation>{count} 次乘加</translation>
    </message>
    <message>
        <location filename="../../playground/ui/problems/status_line.py"/>
        <source>Show the problems</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>Loss by learning rate</source>
        <translation>损失随学习率的变化</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>Left and right move, Enter sets the learning rate</source>
        <translation>左右键移动，Enter 设定学习率</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>suggested {rate}</source>
        <translation>建议 {rate}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>{rate} · loss {loss}</source>
        <translation>{rate} · 损失 {loss}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>now {rate}</source>
        <translation>当前 {rate}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rate_plot.py"/>
        <source>{rate}: loss {loss}</source>
        <translation>{rate}：损失 {loss}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/recovery.py"/>
        <source>Unsaved work cannot be backed up. {error}</source>
        <translation>无法备份未保存的工作。{error}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/rescue.py"/>
        <source>“{title}” was not saved when the program ended last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/rescue.py"/>
        <source>Recover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/rescue.py"/>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_actions.py"/>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Lower the rate to {rate} and resume</source>
        <translation>将学习率降至 {rate} 并继续</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Saved the trained bundle as {path}.</source>
        <translation>训练包已保存为 {path}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Compared with the network: {agreement}; {speed}.</source>
        <translation>与网络比较：{agreement}；{speed}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Replaced {path}.</source>
        <translation>已替换 {path}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Exported {path}.</source>
        <translation>已导出 {path}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_messages.py"/>
        <source>Read the files again</source>
        <translation>重新读取文件</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Edited since this run; Run starts a new one</source>
        <translation>本次运行后已修改；“运行”将重新开始</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Stopped early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{speed:,.0f} samples/s</source>
        <translation>{speed:,.0f} 样本/秒</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{metric} {value} on the test part</source>
        <translation>测试集{metric} {value}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Opened from a bundle</source>
        <translation>从训练包打开</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Cannot run</source>
        <translation>无法运行</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>after {steps}</source>
        <translation>{steps}之后</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Paused on the last good weights</source>
        <translation>已暂停，使用最后的正常权重</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>edited since this run</source>
        <translation>本次运行后已修改</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>What was learned up to there can still be saved</source>
        <translation>到此为止学到的结果仍可保存</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{done:,.1f} of {total:,.1f} MB</source>
        <translation>{done:,.1f} / {total:,.1f} MB</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Downloading {title}</source>
        <translation>正在下载 {title}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Pause after this batch</source>
        <translation>在此批次后暂停</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Train the network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Opened from a bundle, {when}</source>
        <translation>从训练包打开，{when}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Trained</source>
        <translation>已训练</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>slow motion</source>
        <translation>慢动作</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{percent} of the test images right</source>
        <translation>测试图像准确率 {percent}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>{percent} of the test samples right</source>
        <translation>测试样本准确率 {percent}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Could not begin</source>
        <translation>无法开始</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>What was trained before is kept</source>
        <translation>之前训练的结果已保留</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>The training process starts</source>
        <translation>训练进程正在启动</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Training takes {count} of {cores} cores; the window keeps what is left</source>
        <translation>训练使用 {cores} 个核心中的 {count} 个；其余留给窗口</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Starting the training process…</source>
        <translation>正在启动训练进程…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Running…</source>
        <translation>运行中…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_status.py"/>
        <source>Measuring on the test part</source>
        <translation>正在用测试集评测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_words.py"/>
        <source>Epoch {epoch:,} of {epochs:,}</source>
        <translation>第 {epoch:,} 轮，共 {epochs:,} 轮</translation>
    </message>
    <message>
        <location filename="../../playground/ui/run_words.py"/>
        <source>batch {batch:,} / {batches:,}</source>
        <translation>批次 {batch:,} / {batches:,}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>The training process ended before it had an answer.</source>
        <translation>训练进程在给出回答之前结束了。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>The training process ended before it had written the file.</source>
        <translation>训练进程在写完文件之前结束了。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>Nothing is trained yet.</source>
        <translation>尚未训练。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>Press Run first, or open a trained bundle.</source>
        <translation>请先按“运行”，或打开一个训练包。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>Train again, then save once more.</source>
        <translation>请重新训练，再次保存。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/running/requests.py"/>
        <source>Try it once more.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/sentences.py"/>
        <source>{first} {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>Wait between steps, and show every step by itself</source>
        <translation>在各步之间等待，逐步显示</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>10 steps a second</source>
        <translation>每秒 10 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>4 steps a second</source>
        <translation>每秒 4 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>2 steps a second</source>
        <translation>每秒 2 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>1 step a second</source>
        <translation>每秒 1 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>A step every 2 seconds</source>
        <translation>每 2 秒一步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>A step every 4 seconds</source>
        <translation>每 4 秒一步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>Slow &amp;motion</source>
        <translation>慢动作(&amp;M)</translation>
    </message>
    <message>
        <location filename="../../playground/ui/slow_motion.py"/>
        <source>Slow motion: {pace}</source>
        <translation>慢动作：{pace}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/cards.py"/>
        <source>Open preset: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/cards.py"/>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/cards.py"/>
        <source>Open {name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/groups.py"/>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/groups.py"/>
        <source>Tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/groups.py"/>
        <source>Sequences and text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/groups.py"/>
        <source>Generative networks and codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/groups.py"/>
        <source>Others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/lesson_cards.py"/>
        <source>about {minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/lesson_cards.py"/>
        <source>Begin the lesson {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/lesson_cards.py"/>
        <source>✓ taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/lesson_cards.py"/>
        <source>step {number} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>New from task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Choose what to learn, and from which data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Empty project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Begin with an empty canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Open a project or a trained bundle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Build a network, train it, and watch it learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>Not all presets can be shown: {reasons} Installing the program again brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/page.py"/>
        <source>No example matches “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/recent.py"/>
        <source>No recent files yet. What you open or save stands here; a file can also be dropped on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/start/search_field.py"/>
        <source>Search examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/step_menu.py"/>
        <source>One batch, then pause</source>
        <translation>训练一个批次，然后暂停</translation>
    </message>
    <message>
        <location filename="../../playground/ui/step_menu.py"/>
        <source>Step {part}</source>
        <translation>单步：{part}</translation>
    </message>
    <message>
        <location filename="../../playground/ui/step_menu.py"/>
        <source>One batch in which the {part} alone learns, then pause</source>
        <translation>仅{part}学习一个批次，然后暂停</translation>
    </message>
    <message>
        <location filename="../../playground/ui/step_menu.py"/>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <location filename="../../playground/ui/step_menu.py"/>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="../../playground/ui/toolbar.py"/>
        <source>The project's title; click to change it</source>
        <translation>项目标题；单击可更改</translation>
    </message>
    <message>
        <location filename="../../playground/ui/toolbar.py"/>
        <source>Project title</source>
        <translation>项目标题</translation>
    </message>
    <message>
        <location filename="../../playground/ui/toolbar.py"/>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <location filename="../../playground/ui/training_thread.py"/>
        <source>The training process crashed ({name}).</source>
        <translation>训练进程崩溃（{name}）。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/training_thread.py"/>
        <source>The training process ended unexpectedly (exit code {exit_code}).</source>
        <translation>训练进程意外结束（退出代码 {exit_code}）。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/training_thread.py"/>
        <source>The training process was killed (SIGKILL), perhaps because memory ran out.</source>
        <translation>训练进程被终止（SIGKILL），可能是内存不足。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/training_thread.py"/>
        <source>The training thread ended.</source>
        <translation>训练线程已结束。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/training_thread.py"/>
        <source>The training process cannot be started: {reason}.</source>
        <translation>无法启动训练进程：{reason}。</translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/plane.py"/>
        <source>sample {number:,}: {what}, says {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/plane.py"/>
        <source>sample {number:,}: real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Press Run or Step, and this shows where the network decides for which class, or what it predicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Training samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Validation samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Test samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Which plane: that of two features, or along the two directions in which the inputs differ most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Which of the numbers that the network gives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Whose samples lie on the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>{wrong:,} of {known:,} samples misclassified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>{shown:,} of {count:,} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>still being worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Feature along the lower edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Feature along the left edge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Finding the directions in which the inputs differ most…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>other features at their medians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>a cut through the inputs, which holds {percent:.0f} % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Main directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>Two features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/boundary/view.py"/>
        <source>off by {off:.4g} (root mean square)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>All maps and kernels of a layer, and the arithmetic of every number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Decision boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>What it says over a plane of its inputs, live, with the samples on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>A pad to draw on: the network says what it sees while you draw, and its layers follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Explain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>What counted for a prediction: gradients, Integrated Gradients, Grad-CAM, occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>What every layer makes of two samples, their difference, and where they part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Confusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Which classes are taken for which, epoch by epoch, with the samples behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>How each layer's weights, gradients and outputs are spread, epoch by epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Latent space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Where samples lie among the network's codes, and what any code stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>All runs side by side: what was set otherwise, what came of it, which of them are plotted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Loss landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>The loss around the weights as a surface, and the way that training takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>GAN cockpit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Real samples and fakes as the discriminator judges them, step by step or in slow motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/catalogue.py"/>
        <source>Every edit of the project, to go back to and forth again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>They do not part: no layer has them less alike than the inputs are ({limit}), by cosine similarity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>They do not part: no layer has them less alike than {limit}, by cosine similarity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>They part at {layer}: its cosine similarity is {cosine}, the first one below that of the inputs, {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>They part at {layer}: its cosine similarity is {cosine}, the first one below {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>{layer}: relative difference {relative}, cosine similarity {cosine}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>Two samples, layer by layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>says {said}, truth {truth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>words have no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>of different shapes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>orange: A is larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/columns.py"/>
        <source>blue: B is larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Next of another class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Next of the same class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Least alike of the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Nearest before the last layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>From a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>A with noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>A shifted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>Other noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/kinds.py"/>
        <source>A fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>What is held against A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>Number of the second sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>How much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>{size:.2f} deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>{percent:.0f} % of the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/second.py"/>
        <source>Load a second sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>A and B part here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>Press Run, and this shows what every layer makes of two samples, and where they part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>Keep this sample as B, and choose or draw another one for A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>A nearer one may still be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>Hold A as B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/compare/view.py"/>
        <source>A against</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{count:,} classes are too many for a matrix. Beside it are the surest mistakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>Press Run: after each epoch this shows which classes are taken for which.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{was} recognized: {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{when}: {right} right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>before the first step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>epoch {epochs:.0f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>epoch {epochs:.2f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{was} taken for {said}: {samples}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{was} recognized: {samples}, the doubtful first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>Epochs that are kept; at the right end the newest is followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>Copy counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{told}, of the first {samples:,} of {whole:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>1 mistake, the surest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>{count:,} mistakes, the surest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>No mistakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/confusion.py"/>
        <source>truth \ said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/docks.py"/>
        <source>Move under the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/docks.py"/>
        <source>Show beside the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/docks.py"/>
        <source>Open in its own window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/docks.py"/>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/docks.py"/>
        <source>Close {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>No network of this run takes samples: it makes them out of noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>Another sample flows through the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>Press Run, then draw here: the network says what it sees while you draw, and its layers follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>Show the drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>The network's end shows nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/draw.py"/>
        <source>The network gives no classes and no image. See what its layers make of the drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/figure.py"/>
        <source>{name}, step {step}, is {own}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/figure.py"/>
        <source>row {row}, column {column}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/figure.py"/>
        <source>{name} is {own}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/figure.py"/>
        <source>and {count:,} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/figure.py"/>
        <source>No word of this text is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Half a patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Baseline: what stands for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Steps of Integrated Gradients from the baseline to the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Layer of Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Patch of occlusion: places to a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Stride of occlusion: how far a patch moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/settings.py"/>
        <source>Last convolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>The likeliest other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Press Run, and this shows what counted for what the network says of a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>The likeliest other: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Overlay: left the sample alone, right the colours alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Gradient × input, Integrated Gradients and occlusion on one colour scale: they are in the same unit. Otherwise each has its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Methods ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>rather than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Predicted: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Largest: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>What is explained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Rather than what: its score is taken off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>One scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/view.py"/>
        <source>Choose a method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Gradient × input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Integrated Gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Grad-CAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Occlusion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>How strongly it would change with a small change of each {place}, up or down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Each {place} times its slope: what it would add if the network were linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>How the difference from the baseline divides among the {places}. Orange adds, blue takes away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Where the layer's maps speak for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>What is lost when {patch} is covered. Orange: it falls; blue: it rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>It says what matters here, not what speaks for or against; much of it is noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>What is 0 counts nothing, and where the network is saturated it says little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>What is like the baseline counts nothing: try another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>It is as coarse as those maps; what speaks against is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>A covered sample may be unlike all that the network has learned; try other patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>{off} off: Σ {total} of {expected}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>{method}: {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>a patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>a stretch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>of the weights after step {step:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>{text} · {sample}, in truth {truth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Mean of the training data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Blurred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Mean word vector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/explain/words.py"/>
        <source>Words by chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/first_weights.py"/>
        <source>Before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/cockpit.py"/>
        <source>Press Run, and this shows the generator and the discriminator at their game.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/cockpit.py"/>
        <source>This shows the game of a generator and a discriminator. No such pair is trained here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/cockpit.py"/>
        <source>Order of the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/controls.py"/>
        <source>Step {short}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/controls.py"/>
        <source>Step {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/controls.py"/>
        <source>One batch in which the {title} alone learns, then pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/controls.py"/>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>the nearest cloud of real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>the nearest real sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>a small classifier that learned the real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{there} of {whole} classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{name}: {count:,}, in the data it would be {expected:,.0f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>A small classifier learns to tell the classes, so that fakes can be counted: {percent:.0f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{there} of {whole} classes, missing {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{told}: missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>Generated samples of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{count:,} fakes, told by {probe}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{percent:.0f} % like none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>right about {percent:.1f} % of {count:,} held-out real samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/counts.py"/>
        <source>{count:,} are like no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/flow.py"/>
        <source>The generator learned: noise → fakes → judgement, and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/flow.py"/>
        <source>The discriminator learned: real and fake samples → judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/flow.py"/>
        <source>Who plays with whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/flow.py"/>
        <source>Real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>In the order of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Most convincing first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Least convincing first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>fake {number}: {score}
Click: where it is to be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>More real if brighter where orange, darker where blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Fakes and real images with their scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>real {number}: {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Gradient on the chosen fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Click a fake to see where the discriminator wants it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>Fakes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/gallery.py"/>
        <source>{title}  ·  mean {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>Samples of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>What the generator makes of the same noise throughout the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>Trails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>Where each fake was in the last looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>Judgement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>Where each fake must move for the generator's loss to sink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>A grid over the noise, as the generator folds it: the denser, the darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>{what}: score {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>The game over the plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>{what}: {percent:.1f} % real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>this place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>real {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/plane.py"/>
        <source>fake {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/sparks.py"/>
        <source>Fake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/sparks.py"/>
        <source>Losses and judgements over the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/sparks.py"/>
        <source>G loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/sparks.py"/>
        <source>D loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/gan/sparks.py"/>
        <source>Real called real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>This run kept no histograms. Press Run, and this shows how each layer's weights, gradients and outputs change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Biases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Ridges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Press Run, and this shows how each layer's weights, gradients and outputs are spread, epoch by epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Log counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Few stand out as well as many; each ridge is as high as its own peak either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Whose histograms are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>The layer whose numbers are counted; select one on the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>Ridges one before the other, or a row of colours for each epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/histograms.py"/>
        <source>This run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/history.py"/>
        <source>The project as it was opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/history.py"/>
        <source>Edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/history.py"/>
        <source>Step {now} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/history.py"/>
        <source>Nothing was edited yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>It needs a network called {first} and one called {second} that train against each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>The network takes {shape}; images in grey or in colour can be drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>A confusion matrix needs a classifier; this task predicts no classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>A confusion matrix needs a project that predicts one class of several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>The network reads words; there are no places between them that a plane could show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>The samples are one number each; a plane takes two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/lacking.py"/>
        <source>The data that the network learns from are not known, so nobody knows how large a drawing must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/chart.py"/>
        <source>{x} across, {y} up: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/chart.py"/>
        <source>The loss as a map over two directions among the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/chart.py"/>
        <source>After step {step:,}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/chart.py"/>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/chart.py"/>
        <source>not finite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/hill.py"/>
        <source>The loss as a surface over two directions among the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/hill.py"/>
        <source>Drag to turn, scroll to zoom, double-click to see it as at first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/hill.py"/>
        <source>The weights of now lie outside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Mean squared error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Binary cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Mean absolute error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Press Run or Step, and this shows the loss around the weights and the way that training takes over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>{loss} of {samples:,} training samples around the weights after step {step:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Two random directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>The path's main directions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>± ¼ of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>± ½ of the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>± 1 × the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>± 2 × the weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Reading the way that training took…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>{loss} of {samples:,} training samples around the first weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Now: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>The two directions in which the weights are moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>How far the weights are moved to each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>For how many places the loss is worked out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Log heights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Heights are the logarithm of the loss: a narrow valley is seen better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Look around here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Begin anew around the weights of now; random directions are drawn once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>{percent:.0f} % judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>{percent:.0f} % of the way lies in the plane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/landscape/view.py"/>
        <source>Now, after step {step:,}: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Frames between two samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>How codes are mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>{index:.0f} % of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>First sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Second sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Now click the point to go to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Click two points of the map to go from one to the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/between.py"/>
        <source>Spherical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>No number of the code says anything: each has less than {least} nats. The decoder goes without them (posterior collapse); a smaller β, or a warm-up of it, helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>{dead} of {count} numbers are dead: they say less than {least} nats, and the decoder goes without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>{dead} of {count} numbers is dead: it says less than {least} nats, and the decoder goes without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss now, on the way to β = {beta:.3g} within {epochs} epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>Together {total:.2f} nats over {samples:,} samples, with the weight {weight:.3g} in the loss (β = {beta:.3g}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>All numbers of the code say something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>The number of the code says something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>Divergence of each number of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>z{number}: {value} nats (dead)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/divergence.py"/>
        <source>z{number}: {value} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>Grid of codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>z{across} across, evenly likely steps. Click: take the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>Number from left to right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>Number from the bottom up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/grid.py"/>
        <source>z{across} across, z{up} up, evenly likely steps. Click: take the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>{count:,} draws of noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>How codes are laid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>Make the map anew, of the weights as they are now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>{count:,} samples after step {step:,}: neighbours stay neighbours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>{names} of {count:,} samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>{percent:.0f} % of the variance seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>Install the package umap-learn in the program's environment for this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>principal 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/map_side.py"/>
        <source>principal 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>Sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>Grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>Divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>Move each number of a code, and see what it stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>What codes stand for, laid out by two of their numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>Go from one sample to another through the codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/panels.py"/>
        <source>How much each number of a code says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/picture.py"/>
        <source>Sample under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>Back to the code of the sample that flows through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>Draw a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>What the code stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>Says nothing: {nats:.4f} nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>{most} of {count:,} numbers: those that vary most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>Number {number} of the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/sliders.py"/>
        <source>{away:+.1f} standard deviations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>Press Run, and this shows where samples lie among the network's codes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>Whose numbers are the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>The network on the canvas is not among those that are trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>Own code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>Selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>what comes of {sample}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/latent/view.py"/>
        <source>what comes of your code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>The number that comes in is {token:,}: row {token:,} of {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>{name} {percent:.1f}% (score {score})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>and {count:,} channels that add less, together {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>weighed by {factor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>variance σ²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>mean of x²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>Mean and variance are those of {over}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>“{word}” has the number {token:,}: row {token:,} of {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>After the step before: {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>step {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>and {count:,} more, together {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>mean μ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>scale γ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>shift β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>The place is filled up: it has the number 0: row {token:,} of {count:,}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>head {head}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/blocks.py"/>
        <source>channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/plates_sheet.py"/>
        <source>Maps of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>Input {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>Output {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>head {head}, step {step} looks at step {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>kernel of output {channel}: input {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>Kernel of output channel {channel} for {count:,} input channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>the first {shown:,} of {count:,} maps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>every {stride}th pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>the calculation is that of {output}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>the first part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/shelf.py"/>
        <source>point at a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>Add a layer, and this shows all that it computes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>Each map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>Press Run, and this shows every number of the selected layer, and how it comes about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>Which numbers share a colour scale; blue is below zero, orange above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>What is shown of the layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>{path}, {shape}, for {sample}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>after step {step:,} (calculated for {other:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>held: click it again to let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/view.py"/>
        <source>{place} is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>step {step}, feature {feature}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>channel {channel}, row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>channel {channel}, slice {slice}, row {row}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Window × kernel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Mean of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Largest of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Normalization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Row of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Σ over {count:,} terms {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>place {numbers}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>row {row:,}, number {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>the number at {place} of the input: {result}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>{cell} at step {step}, unit {unit}, backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>What step {step} looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Σ over {count:,} channels {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Weighted sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>{cell} at step {step}, unit {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Log softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>Softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>(bias)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/words.py"/>
        <source>({count} heads)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/worksheet.py"/>
        <source>How one number comes about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/microscope/worksheet.py"/>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/own_window.py"/>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/own_window.py"/>
        <source>Make it a tab under the canvas again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Each run stays here to be compared with the next ones. Tick those whose curves are to be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Press Run: each run stays here to be compared with the next ones. Or add runs from trained bundles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Add runs from files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Trained bundles (.playground): their curves are laid over the current run's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Of the test part, at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Trained so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Beside the current run {most} others find room: the first {most} were added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Against the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>The newest of the validation part; of the training part without one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>the current run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>settings not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>same settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Keep no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Keep when others give way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>At most {most_kept} runs are kept. Let go of another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Go back to it (step {step:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Show it alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/runs.py"/>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/view.py"/>
        <source>before training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/view.py"/>
        <source>Press Run, and this shows what the network learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/view.py"/>
        <source>The weights are the first ones, as the seed gives them; Run trains them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/view.py"/>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/views/view.py"/>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/editors.py"/>
        <source>mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/editors.py"/>
        <source>“{text}” is neither on nor off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/editors.py"/>
        <source>“{text}” cannot be chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_menu.py"/>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_menu.py"/>
        <source>Paste value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_menu.py"/>
        <source>Reset to {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_menu.py"/>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_menu.py"/>
        <source>Set for all layers of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_notes.py"/>
        <source>Open its help page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_notes.py"/>
        <source>Use {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_row.py"/>
        <source> In {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_row.py"/>
        <source> {value} is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_row.py"/>
        <source>Default: {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/field_row.py"/>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/form.py"/>
        <source>Reset all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/form.py"/>
        <source>Give the fields above their defaults, as one step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/form.py"/>
        <source>choose one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/form.py"/>
        <source>its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/number_editor.py"/>
        <source>{name}: step up or down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} different value</source>
        <translation>{count:,} 个不同的值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} different values</source>
        <translation>{count:,} 个不同的值</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} epoch</source>
        <translation>{count:,} 轮</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} epochs</source>
        <translation>{count:,} 轮</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} error</source>
        <translation>{count:,} 个错误</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} errors</source>
        <translation>{count:,} 个错误</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} layer</source>
        <translation>{count:,} 层</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} layers</source>
        <translation>{count:,} 层</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} more note</source>
        <translation>另有 {count:,} 条备注</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} more notes</source>
        <translation>另有 {count:,} 条备注</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} prediction</source>
        <translation>{count:,} 个预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} predictions</source>
        <translation>{count:,} 个预测</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} step</source>
        <translation>{count:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} steps</source>
        <translation>{count:,} 步</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} warning</source>
        <translation>{count:,} 个警告</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/numbers.py"/>
        <source>{count:,} warnings</source>
        <translation>{count:,} 个警告</translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>W</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>{name}: one number for all axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>There are no numbers to take apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>{name}, {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>A number for each axis. Click for one that counts for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/pair_editor.py"/>
        <source>One number for all axes. Click for one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{name} takes {what}{limits}{empty}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>whole numbers as in 1 × 28 × 28</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>, or nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>, each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> from {low} to below {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>“{text}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>“{text}” is not one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{count} numbers are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>one whole number, or three as in 3 × 5 × 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{words}, or {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> above {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> of at least {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> below {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> up to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> above {low}, below {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source> above {low}, up to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{number} is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{number} is too small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>{number} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/parse.py"/>
        <source>one whole number, or two as in 3 × 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/relative.py"/>
        <source>each {change}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/relative.py"/>
        <source>Nothing can be divided by 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/relative.py"/>
        <source>There is no number to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/relative.py"/>
        <source>A number is to follow {operator}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/widgets/tab_strip.py"/>
        <source>Views under the canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/ui/window_commands.py"/>
        <source>… (the training process starts)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>Brings one sample of the data set into the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>Every network starts here. The shape follows the data set that is chosen under Data: channels × height × width for images, time × features for sequences, a number of features for tables.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>At the beginning of each network that takes data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>Leave empty to follow the data set; or fix it, as in 1 × 28 × 28.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/data/input.py"/>
        <source>With a fixed shape: numbers, or ids, whole numbers that name something, for an Embedding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Dense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Weighs every input for every unit and adds a bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Each unit computes one weighted sum of all inputs. With an activation after it, stacked Dense layers can approximate any continuous function; without one, two of them are only one. On a sequence the same weights work at every time step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>For inputs without an order in space or time, and at the end of most networks to give the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Outputs of this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Add a learned number to each output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>The non-linearity applied to the result; Linear is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>L1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Adds this times Σ|w| of the weights to the loss: many become 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Adds this times Σw² of the weights to the loss: they stay small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Keep the weights as they are while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Weights of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Use the weights of this other layer of the same kind, instead of weights of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>Initializer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/dense.py"/>
        <source>How the first weights are drawn; default is PyTorch's own way for this layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>Bilinear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>Weighs every product of two inputs for every unit and adds a bias.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>Lets two things act on each other: a question on a document, a style on a content. Each unit has a whole matrix of weights, one for each pair, so it grows fast. On two sequences it works at every time step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/bilinear.py"/>
        <source>When the answer depends on products of two things, such as a question and an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Looks up a learned vector for each whole number that names a word or thing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Numbers that name things have no size: word 7 is not more than word 6. Each gets a vector of its own, and training moves the vectors of things that are used alike towards each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>As the first layer for texts and for other ids, since a network cannot compute with the number of a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>How many ids there are: 0 up to one less than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/linear/embedding.py"/>
        <source>Length of the vector of each id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Conv 1D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Slides small kernels along the sequence and sums what each one sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Each filter looks for one pattern of a few time steps wherever it stands: a syllable, a heartbeat, a pair of words. Dilated and stacked, convolutions see far back with few parameters, and they learn in parallel over time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>For series, sound and texts in which a pattern means the same wherever it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Kernels, and so output channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Time steps that the kernel spans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Time steps from one window to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>valid adds none, same gives size ÷ stride, or time steps of zeros at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Time steps between two weights of the kernel; 1 is a dense one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Parts into which channels and filters are split; none sees the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv1d.py"/>
        <source>Add a learned number to each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Conv 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Slides small kernels over the image and sums what each one sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Each filter looks for one pattern everywhere in the image, so it needs few parameters and finds the pattern wherever it stands. Stacked convolutions see larger and larger parts of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>For images, and for anything on a grid in which neighbours belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Height and width of the window, in pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Pixels from one window to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>valid adds none, same gives size ÷ stride, or pixels of zeros on every side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv2d.py"/>
        <source>Pixels between two weights of the kernel; 1 is a dense one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Conv 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Slides small kernels through the volume and sums what each one sees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Each filter looks for one pattern in space, or in a few frames of a film, wherever it stands. Kernels grow with the third power of their width: small ones, stacked, are the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>For volumes, such as scans, and for short films whose time is the depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Depth, height and width of the window, in voxels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Voxels from one window to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>valid adds none, same gives size ÷ stride, or voxels of zeros on every side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv3d.py"/>
        <source>Voxels between two weights of the kernel; 1 is a dense one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>Conv transpose 1D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>Makes a sequence longer, with kernels that are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>The reverse of a strided convolution: every time step lays a weighted kernel into a longer sequence, and what overlaps is summed. Decoders make sound of few features with it. A kernel that the stride divides treats every step alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>In the decoder of an autoencoder or the generator of a GAN for series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>Time steps from one kernel to the next in the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>same gives size × stride, valid keeps everything, or time steps taken from both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>Output padding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose1d.py"/>
        <source>Time steps added at the end; less than the stride or the dilation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>Conv transpose 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>Makes an image larger, with kernels that are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>The reverse of a strided convolution: every pixel lays a weighted kernel into a larger image, and what overlaps is summed. Decoders and generators paint with it. A kernel that the stride divides avoids checkerboards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>In the decoder of an autoencoder or the generator of a GAN, to come from a small map to a full image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>Pixels from one kernel to the next in the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>same gives size × stride, valid keeps everything, or pixels taken from every side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose2d.py"/>
        <source>Pixels added at the end; less than the stride or the dilation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>Conv transpose 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>Makes a volume larger, with kernels that are learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>The reverse of a strided convolution: every voxel lays a weighted kernel into a larger volume, and what overlaps is summed. Networks that mark organs in scans find back to full size with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>In decoders and generators of volumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>Voxels from one kernel to the next in the output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>same gives size × stride, valid keeps everything, or voxels taken from every side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/conv_transpose3d.py"/>
        <source>Voxels added at the end; less than the stride or the dilation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>Depthwise conv 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>Slides kernels over each channel on its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>Looks for patterns within a channel and never mixes channels; a 1×1 convolution behind it does. Together they cost a small part of a full convolution, which is how networks fit into phones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>When channels should be filtered each for itself, with far fewer parameters than a full convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>Multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/depthwise_conv2d.py"/>
        <source>Kernels, and so output channels, for each input channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/separable_conv2d.py"/>
        <source>Separable conv 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/separable_conv2d.py"/>
        <source>Slides kernels over each channel, then mixes the channels of each pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/separable_conv2d.py"/>
        <source>Splits a convolution into where and what: kernels that see one channel each, then weighted sums over channels. It gives up little and needs about one ninth of the parameters of a full 3×3 convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/separable_conv2d.py"/>
        <source>In place of Conv 2D when the network must be small or fast: about a ninth of the work for a 3 × 3 kernel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/convolution/separable_conv2d.py"/>
        <source>Depthwise kernels for each input channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>Max pool 1D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>Keeps the largest value of each window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>A pattern counts wherever in the window it was found, so small shifts in time matter less, and the sequence gets shorter for what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>To make a series shorter and keep the strongest answer of each window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>Time steps in a window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>Time steps from one window to the next; empty is the window's size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool1d.py"/>
        <source>Time steps added at both ends, at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool2d.py"/>
        <source>Max pool 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool2d.py"/>
        <source>A pattern counts wherever in the window it was found, so small shifts of the image matter less, and the image gets smaller for what follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool2d.py"/>
        <source>After one or two convolutions, to halve the maps and let the next layers see more of the image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool2d.py"/>
        <source>Pixels from one window to the next; empty is the window's size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool2d.py"/>
        <source>Pixels added around the image, at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool3d.py"/>
        <source>Max pool 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool3d.py"/>
        <source>A pattern counts wherever in the window it was found, in space or over frames, and the volume gets smaller for what follows: by eight with a window of two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool3d.py"/>
        <source>To make volumes smaller and keep the strongest answer of each window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool3d.py"/>
        <source>Voxels from one window to the next; empty is the window's size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/max_pool3d.py"/>
        <source>Voxels added around the volume, at most half the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool1d.py"/>
        <source>Average pool 1D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool1d.py"/>
        <source>Takes the mean of each window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool1d.py"/>
        <source>A smoother way than the maximum to make a sequence shorter: every time step of the window has its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool1d.py"/>
        <source>To make a series shorter while keeping its level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool2d.py"/>
        <source>Average pool 2D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool2d.py"/>
        <source>A smoother way than the maximum to make an image smaller: every value of the window has its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool2d.py"/>
        <source>To make maps smaller while keeping their level; softer than max pooling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool3d.py"/>
        <source>Average pool 3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool3d.py"/>
        <source>A smoother way than the maximum to make a volume smaller: every value of the window has its share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/avg_pool3d.py"/>
        <source>To make volumes smaller while keeping their level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_max_pool.py"/>
        <source>Adaptive max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_max_pool.py"/>
        <source>Keeps the largest value of each part, for an output of a given size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_max_pool.py"/>
        <source>The windows follow from the size that is asked for, so images of any size end in one that a Dense layer can rely on. Where the size does not divide the input, neighbouring windows overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_max_pool.py"/>
        <source>When images of different sizes should end in the same number of values, and only the strongest matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_max_pool.py"/>
        <source>Places of the output: one number for every axis, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_avg_pool.py"/>
        <source>Adaptive average pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_avg_pool.py"/>
        <source>Takes the mean of each part, for an output of a given size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_avg_pool.py"/>
        <source>The windows follow from the size that is asked for, so images of any size end in one that a Dense layer can rely on. Size 1 gives the mean of each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/adaptive_avg_pool.py"/>
        <source>When images of different sizes should end in the same number of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_max_pool.py"/>
        <source>Global max pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_max_pool.py"/>
        <source>Keeps the largest value of each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_max_pool.py"/>
        <source>Asks of each channel only whether its pattern is there, anywhere. Any size of image or length of sequence becomes a vector, with nothing to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_max_pool.py"/>
        <source>Between the last convolution and the answer when it counts that a pattern is there, not how often.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_avg_pool.py"/>
        <source>Global average pool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_avg_pool.py"/>
        <source>Takes the mean of each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_avg_pool.py"/>
        <source>Ends a convolutional network in place of Flatten and wide Dense layers: one number for each channel, for any size of input, with nothing to learn and so nothing to overfit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/global_avg_pool.py"/>
        <source>Between the last convolution and the answer, in place of Flatten: no parameters, and any image size will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>Upsample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>Makes a sequence, image or volume larger by a whole factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>The way back from pooling. With a convolution behind it, it takes the place of a transposed convolution and leaves no checkerboard. Linear is bilinear on images and trilinear in volumes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>In decoders and generators, followed by a convolution: a calm alternative to a transposed convolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>How many times larger: one number for every axis, or one for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/upsample.py"/>
        <source>Copy the nearest place, or draw lines between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>Pixel shuffle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>Makes an image larger by laying its channels out as pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>A convolution at the small size computes all pixels of the large one as channels, and this only puts them in their places: the cheap last step of networks that sharpen images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>To enlarge images without the chequered pattern that transposed convolutions may leave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/pixel_shuffle.py"/>
        <source>How many times larger; its square divides the channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>Zero pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>Puts zeros around a sequence, image or volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>Gives windows at the edge something to stand on, and brings branches to one size. Before and after may differ: zeros before a sequence alone let a convolution see only the past.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>To give a convolution the edges it needs where its own padding is not enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>Places added at the start of every axis (left, top), or of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/zero_pad.py"/>
        <source>Places added at the end of every axis (right, bottom), or of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Cuts the edges off a sequence, image or volume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Convolutions without padding lose their edge; before such a branch meets one that kept it, that one is cropped, as in the first U-shaped networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>To bring two branches to one size, or to drop edges that padding has spoiled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Places cut off the start of every axis (left, top), or of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/pooling/crop.py"/>
        <source>Places cut off the end of every axis (right, bottom), or of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/linear.py"/>
        <source>Passes every value on as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/linear.py"/>
        <source>The activation of a last layer that predicts numbers of any size. It stands where a textbook writes a linear activation, and where another one will be tried later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/linear.py"/>
        <source>At the end of a network that predicts numbers which may be of any size and sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu.py"/>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu.py"/>
        <source>Lets positive values through and makes the rest zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu.py"/>
        <source>Cheap and hard to saturate, which is why deep networks became trainable with it. A unit that is never positive learns nothing: it is dead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu.py"/>
        <source>As the first choice after Dense and convolution layers, but not at the end of a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu6.py"/>
        <source>ReLU6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu6.py"/>
        <source>A ReLU that stops at 6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu6.py"/>
        <source>The ceiling keeps values in a range that eight-bit arithmetic can hold, so networks for small devices use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/relu6.py"/>
        <source>In networks that will run with few bits for each number: its range is known in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>A ReLU that lets a small part of negative values through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>Negative values keep a small gradient, so no unit dies. The usual choice in the discriminator of a GAN, with a slope of 0.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>When the link to a ReLU turns amber because many units never fire, and in the discriminator of a GAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>Slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/leaky_relu.py"/>
        <source>What negative values are multiplied by, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>PReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>A ReLU that learns how much of negative values to let through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>Its slope begins at 0.25 and is learned like a weight: one for the whole layer, or one for each channel. Weight decay pulls the slope to 0 and so makes it a ReLU; better leave it out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>When Leaky ReLU helps and there are enough data to learn its slope as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>Per channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>Learn a slope for each channel or feature, not one for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/prelu.py"/>
        <source>The slope that it begins with, −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>Lets positive values through and bends negative ones towards −α.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>Its mean output is nearer to zero than a ReLU's, which speeds learning up, and negative values keep a gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>In deep networks without normalization, where ReLU units die or their outputs drift away from a mean of zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>Alpha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/elu.py"/>
        <source>The limit −α of negative values; α up to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/selu.py"/>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/selu.py"/>
        <source>An ELU scaled so that values keep mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/selu.py"/>
        <source>In a deep chain of Dense layers the values normalize themselves, without BatchNorm. It wants inputs of mean 0 and variance 1, normal first weights and Alpha dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/selu.py"/>
        <source>In deep chains of Dense layers without normalization, with LeCun initialization and alpha dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>Weighs each value by the chance that a normal random number is smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>A smooth ReLU: large values pass, strongly negative ones vanish, those around zero pass in part. The activation of most Transformers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>In Transformers and other modern networks; where ReLU already trains well it gains little and costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>Approximation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/gelu.py"/>
        <source>none computes it exactly; tanh is the approximation that older models were trained with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/silu.py"/>
        <source>SiLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/silu.py"/>
        <source>Multiplies each value by its own sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/silu.py"/>
        <source>Smooth, and slightly negative just below zero, where a ReLU learns nothing. Common in newer convolutional networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/silu.py"/>
        <source>In deep convolutional networks and diffusion models, in place of ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/mish.py"/>
        <source>Mish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/mish.py"/>
        <source>A smooth ReLU that dips a little below zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/mish.py"/>
        <source>Like SiLU it keeps a small gradient for negative values and has no corner; it costs a little more to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/mish.py"/>
        <source>As a smooth alternative to ReLU or SiLU in convolutional networks, when the extra time does not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>A smooth ReLU whose results are always above zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>Makes a positive number of any number, smoothly: fit for a variance or a rate that a network predicts. The larger β, the nearer it is to a ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>Where a result must be above zero: a variance, a rate, a distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>Beta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softplus.py"/>
        <source>How sharp the bend is, 0.125 to 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softsign.py"/>
        <source>Softsign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softsign.py"/>
        <source>Squeezes each value into −1 to 1, slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softsign.py"/>
        <source>Looks like tanh, but comes near its limits only polynomially, so units saturate later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softsign.py"/>
        <source>In place of Tanh where values far from zero should still be told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/hardswish.py"/>
        <source>Hardswish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/hardswish.py"/>
        <source>SiLU, drawn with straight lines and a parabola.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/hardswish.py"/>
        <source>Nearly the curve of SiLU without an exponential function: made for the processors of phones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/hardswish.py"/>
        <source>In networks that must run quickly on a phone or another small processor; elsewhere SiLU is as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/sigmoid.py"/>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/sigmoid.py"/>
        <source>Squeezes each value into 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/sigmoid.py"/>
        <source>Read as a probability for each value on its own. Far from zero it is flat, and gradients through it vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/sigmoid.py"/>
        <source>At the end, for a yes or no or for pixels from 0 to 1; inside a network only where a gate is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/tanh.py"/>
        <source>Tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/tanh.py"/>
        <source>Squeezes each value into −1 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/tanh.py"/>
        <source>A sigmoid centred on zero, which makes the layers after it learn more easily.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/tanh.py"/>
        <source>At the end of a network whose targets lie between −1 and 1, and in small networks on a few inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softmax.py"/>
        <source>Turns scores into probabilities that add up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softmax.py"/>
        <source>The usual last step of a classifier. The largest score gets the largest share. It works over the channels of each pixel and over the features of each time step. The cross-entropy loss knows a last Softmax and works on the scores before it, so it is never applied twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/softmax.py"/>
        <source>At the end of a classifier with one right class out of several. Not inside a network, and not for several labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/log_softmax.py"/>
        <source>Turns scores into logarithms of probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/log_softmax.py"/>
        <source>The logarithm of a Softmax in one stable step, as older textbooks put it before a negative log-likelihood. The cross-entropy loss works on the scores before it; predictions are shown as probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/activation/log_softmax.py"/>
        <source>At the end of a classifier that is trained with negative log-likelihood; with cross-entropy leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Brings each channel to mean 0 and variance 1 over the batch, then scales and shifts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Layers behind it always see inputs of the same size, so larger learning rates work. While predicting it uses running averages in place of the batch's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>After convolutions and Dense layers of deep networks, with batches of at least 8 or so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Share of the new batch in the running averages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Added to the variance, against dividing by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Affine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/batch_norm.py"/>
        <source>Learn a scale and a shift for each channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>Brings the features of each place to mean 0 and variance 1, then scales and shifts them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>Looks at one sample alone, so it does the same while training and predicting and with any batch. The norm of Transformers and recurrent networks; over the channels of each pixel, that of newer convolutional ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>In Transformers and recurrent networks, and wherever a sample must not depend on the others of its batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>features: those (or the channels) of each place; sample: all values of a sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/layer_norm.py"/>
        <source>Learn a scale and a shift for each value that is looked at together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>Brings each group of channels of a sample to mean 0 and variance 1, then scales and shifts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>Stands between layer norm (one group) and instance norm (as many groups as channels). It does not look at the batch, so it works where only a few images fit into memory and batch norm becomes noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>In place of batch norm when batches are small, as with large images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/group_norm.py"/>
        <source>Parts into which the channels are split; divides them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/instance_norm.py"/>
        <source>Brings each channel of each sample to mean 0 and variance 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/instance_norm.py"/>
        <source>Takes the contrast out of each image on its own, and with it much of its style: what networks that repaint photographs in the manner of a painter need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/instance_norm.py"/>
        <source>In networks that change the style of images, where the contrast of each image should not matter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>Divides the features of each place by their root mean square, then scales them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>Layer norm without the mean and the shift: as good in practice and cheaper, which is why large language models use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>In large Transformers, as a cheaper layer norm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>Added to the mean square, against dividing by zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/normalization/rms_norm.py"/>
        <source>Learn a scale for each feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>RNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Reads a sequence step by step and keeps a memory of what it saw.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>At each step the new memory is made of the input and the old memory, with the same weights throughout. Gradients through many steps vanish or explode, so it remembers a few steps only; LSTM and GRU remember more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>To see how recurrence works, and for short series; for longer ones its gradients vanish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Nonlinearity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>What bends the memory at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Numbers that it remembers, and gives at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>The last step only, or every step: what a next recurrent layer needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>How many stand one above the other, 1 to 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Bidirectional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Read backwards too; both results stand side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/rnn.py"/>
        <source>Part of the values dropped between stacked layers; unused with one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/lstm.py"/>
        <source>LSTM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/lstm.py"/>
        <source>Reads a sequence and learns what to remember, what to forget and what to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/lstm.py"/>
        <source>Three gates between 0 and 1 decide how much of a cell's content is kept, how much of the new is written and how much is shown. What is kept passes from step to step almost unchanged, so gradients reach far back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/lstm.py"/>
        <source>For series and texts in which something early decides something late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/gru.py"/>
        <source>GRU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/gru.py"/>
        <source>Reads a sequence with a gated memory; a smaller LSTM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/gru.py"/>
        <source>One gate decides how much of the memory is replaced, another how much of it the replacement looks at. A quarter fewer weights than an LSTM of as many units, and often as good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/recurrent/gru.py"/>
        <source>For series and texts of up to some hundred steps; try it before an LSTM, it has a quarter fewer parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Multi-head attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Lets each step of a sequence gather what it needs from all steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Each step asks with a query, every step answers with a key and a value; the better a key fits, the larger the share of its value. Several heads ask different things at once. Linked to one sequence it is self-attention; with a key from another sequence, cross-attention. It knows no order: add a Positional encoding before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>When any step of a sequence may depend on any other: texts, long series, sets. It takes positions from elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>How many look at once; must divide the features of the query.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Part of the attention weights dropped while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/multi_head_attention.py"/>
        <source>Add a learned number to each projected feature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Transformer encoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Self-attention and two Dense layers at each step, with shortcuts and layer norms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Attention mixes the steps of a sequence, two Dense layers then work on each step alone; both are added to what came in, and normalized. Put a Positional encoding before the first one. With the norm first deep stacks train more calmly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>As the building block of a Transformer, repeated two to twelve times, on texts and series with enough data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Heads of the attention; must divide the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Feed-forward width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Units of the first Dense layer at each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>The non-linearity between its two Dense layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Part of the values dropped while training, at each part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Norm first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/transformer_encoder.py"/>
        <source>Normalize before attention and Dense layers, not after them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/positional_encoding.py"/>
        <source>Positional encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/positional_encoding.py"/>
        <source>Tells each step of a sequence where it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/positional_encoding.py"/>
        <source>Attention does not know which step comes first. Sinusoidal waves of growing length, added to the features, tell it, and need no learning; learned places are weights like others, one vector for each step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/positional_encoding.py"/>
        <source>Before attention, which by itself cannot tell the first word from the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/attention/positional_encoding.py"/>
        <source>Sinusoidal waves are fixed; learned places are weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/dropout.py"/>
        <source>Makes a random part of the values zero while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/dropout.py"/>
        <source>No unit can rely on one other unit being there, so the network learns what several of them agree on: a guard against overfitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/dropout.py"/>
        <source>When the validation loss rises while the training loss falls: before the last Dense layers, with a rate of 0.2 to 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/dropout.py"/>
        <source>Part of the values that is dropped, 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>Spatial dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>Makes whole channels zero while training, chosen at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>Neighbouring pixels say nearly the same, so dropping single ones changes little. Dropping a channel everywhere makes the network learn patterns that do not lean on each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/spatial_dropout.py"/>
        <source>In place of dropout after convolutions, where neighbouring pixels know almost the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/alpha_dropout.py"/>
        <source>Alpha dropout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/alpha_dropout.py"/>
        <source>A dropout that keeps mean and variance as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/alpha_dropout.py"/>
        <source>Goes with SELU: zeros would spoil the mean 0 and variance 1 that SELU works for, so dropped values take SELU's lower limit, and all are scaled and shifted back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/alpha_dropout.py"/>
        <source>Together with SELU, in place of dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/gaussian_noise.py"/>
        <source>Gaussian noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/gaussian_noise.py"/>
        <source>Adds normal random numbers to the values while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/gaussian_noise.py"/>
        <source>The network never sees the same sample twice and learns to give nearby inputs the same answer. On the inputs it works like a penalty on steep functions; before an autoencoder it makes a denoising one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/gaussian_noise.py"/>
        <source>To make a network calm about small changes of its inputs, and for denoising autoencoders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/regularization/gaussian_noise.py"/>
        <source>Standard deviation σ of the noise, in the unit of the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/flatten.py"/>
        <source>Flatten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/flatten.py"/>
        <source>Lays all values of a sample in one row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/flatten.py"/>
        <source>Stands between layers that see images and Dense layers, which take a vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/flatten.py"/>
        <source>Between convolutions, which give maps, and Dense layers, which take a vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>Reshape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>Gives the values of a sample another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>The values keep their order; only the form changes. Two sizes make a sequence (time × features), three an image (channels × height × width), four a volume. The way from a Dense layer to a generator's first image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>In generators and decoders, to come from a vector to maps of channels, height and width.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>Sizes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/reshape.py"/>
        <source>Sizes without the batch, as in 64 × 7 × 7; one may be −1 and takes what is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>Permute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>Puts the axes of a sample in another order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>Order 1 × 0 transposes a matrix: time × features becomes features × time. Unlike Reshape it moves the values. The axes keep their names; where another layer should read features × time as a sequence, say so with a Reshape behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>To bring the axes into the order that the next layer expects.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/permute.py"/>
        <source>The axes in their new order, counted without the batch: 0 is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>Squeeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>Drops axes of size 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>An image of one channel becomes height × width, a sequence of one step a vector. The values stay as they are; a vector stays a vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>To drop an axis of size 1 that an earlier layer has left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>Axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/squeeze.py"/>
        <source>The axis to drop, counted without the batch: 0 is the first; empty drops all of size 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>Unsqueeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>Inserts an axis of size 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>A vector becomes a sequence: of one step at axis 0, of one feature at each step at axis 1. A sequence becomes an image of one channel at axis 0. What comes out is named by how many axes it has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>To give an image without channels its axis of channels, or a vector one of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/unsqueeze.py"/>
        <source>Where the new axis stands, counted without the batch: 0 is before all others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>Takes one place of an axis and drops the axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>The last step of a sequence (axis 0, index −1), its first token as a Transformer's summary (index 0), one channel of an image. To keep several places, or the axis, use Slice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>To take the last step of a recurrent layer that returns all steps, or one channel of an image.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>The axis, counted without the batch: 0 is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/select.py"/>
        <source>The place to take; 0 is the first, −1 the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>Keeps a part of an axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>From the start up to, not including, the stop, in steps: as Python slices a list. Negative places count from the end. Step 2 on the time axis keeps every second step of a sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>To keep a part of a sequence, or some of the features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>The first place to keep; −3 is the third from the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>The first place not to keep; empty keeps all up to the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/slice.py"/>
        <source>Places from one kept value to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>Cuts an axis into parts that go different ways.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>The opposite of Concatenate: half of the channels to one branch, half to another; or mean and log-variance out of one Dense layer. The parts are equal unless sizes are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>To send parts of a vector different ways, such as mean and log-variance in a VAE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>The axis to cut, counted without the batch: 0 is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>How many equal parts, when no sizes are given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/split.py"/>
        <source>The size of each part, as in 16 × 48; they add up to the axis. Empty makes equal parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Repeat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Gives the same values several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Without an axis a vector becomes a sequence whose steps are all equal: what a recurrent decoder unrolls. With an axis, copies of the whole input stand one behind the other along it: 1 2 3 becomes 1 2 3 1 2 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>To give a decoder the same code at every step of a sequence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>How many copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/shape/repeat.py"/>
        <source>Copies along this axis, counted without the batch: 0 is the first; empty makes a sequence of a vector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/add.py"/>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/add.py"/>
        <source>Adds up inputs of the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/add.py"/>
        <source>The merge of a residual connection: what came in is added to what a few layers made of it, and gradients reach the early layers undiminished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/add.py"/>
        <source>For shortcuts around layers, so that gradients reach early layers undiminished. Both inputs need one shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/subtract.py"/>
        <source>Subtract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/subtract.py"/>
        <source>Takes one input away from another of the same shape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/subtract.py"/>
        <source>Twin networks compare two samples by the difference of what they made of each; a denoiser subtracts the noise that it found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/subtract.py"/>
        <source>To compare two branches, or to learn what is to be taken away from the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>Multiply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>Multiplies inputs value by value, or gates one by another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>A branch that ends in a Sigmoid decides how much of another passes. A gate may be smaller: channels × 1 × 1 weighs whole channels, as in squeeze-and-excitation, 1 × height × width weighs places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/multiply.py"/>
        <source>To let one branch decide how much of another goes through, as in squeeze-and-excitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/maximum.py"/>
        <source>Maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/maximum.py"/>
        <source>Keeps the largest of its inputs, value by value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/maximum.py"/>
        <source>Branches compete: the strongest answer passes, and only its branch learns from it. Over two Dense layers it is a maxout unit, an activation that is itself learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/maximum.py"/>
        <source>When it is enough that one branch has seen something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/average.py"/>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/average.py"/>
        <source>Takes the mean of its inputs, value by value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/average.py"/>
        <source>An ensemble inside one network: each branch has its vote. Unlike a sum, the result stays as large as its inputs however many there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/average.py"/>
        <source>To let several branches vote with equal weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>Concatenate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>Puts inputs side by side along one axis.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>Keeps what every branch found and lets the next layer weigh it: the merge of inception blocks and of U-shaped networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>When branches should both be seen by the next layer; other sizes than along the axis must agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/concatenate.py"/>
        <source>The axis to join, counted without the batch: 0 is the first. Channels of images are 0, features of sequences 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>MatMul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>Multiplies two matrices that the network computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>Where Dense multiplies by weights, this multiplies two inputs: scores of attention are queries times permuted keys, and its result is those scores times the values. Images are taken channel by channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/matmul.py"/>
        <source>To write out attention by hand, or to apply a matrix that the network itself has computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>Dot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>Gives one number that says how alike two vectors are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>The last step of a network of two towers: a user and a film, a question and an answer, each as a vector. Normalized, it is the cosine of the angle between them, from −1 to 1. Of sequences it compares step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>To compare two codes, as in matching and recommending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>Normalize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/merge/dot.py"/>
        <source>Bring both to length 1 first: the cosine of the angle between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/noise.py"/>
        <source>Brings a vector of random numbers into a generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/noise.py"/>
        <source>A generator turns noise into samples: each point of the noise's space becomes one. The numbers are drawn from a normal distribution for each batch; previews keep theirs, so that one can watch the same points learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/noise.py"/>
        <source>At the beginning of the generator of a GAN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/noise.py"/>
        <source>How many random numbers for one sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/gaussian_sample.py"/>
        <source>Gaussian sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/gaussian_sample.py"/>
        <source>Draws a random number for each mean and variance that the network gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/gaussian_sample.py"/>
        <source>The middle of a variational autoencoder. The encoder gives a mean and the logarithm of a variance; the draw is the mean plus scaled noise that comes from outside, so gradients pass to both. While predicting it gives the mean itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/generative/gaussian_sample.py"/>
        <source>In the middle of a variational autoencoder, between the encoder and the decoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>Uses another network of the project as one layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>Draw a part once and use it often: a residual block, an encoder. Repeated, its copies stand one behind the other, each with weights of its own or all with the same. Double-click it to see inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>When a part of a network is used several times, or when a large network should be seen in a few cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>The network that it stands for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>How many times it stands there, one behind the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/block/block.py"/>
        <source>Whether each repetition learns weights of its own, or all use the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/output/output.py"/>
        <source>Marks a result of the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/output/output.py"/>
        <source>A network with one last layer needs none: that layer's output is the result. A network with several results marks each; used as a block in another network, each Output becomes a port of the block.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/layers/output/output.py"/>
        <source>In a network with several results, or one that is used as a block, to name each thing that it gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>1,797 real handwritten digits, 8×8 scans scaled to 28×28. Comes with the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>70,000 real handwritten digits, 28×28, the classic first data set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>Fashion-MNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>70,000 pictures of clothes, 28×28: as MNIST, but harder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>KMNIST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>70,000 cursive Japanese characters out of old books, 28×28: as MNIST, but of many shapes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>CIFAR-10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/published.py"/>
        <source>60,000 small colour photographs of ten kinds of things, 3×32×32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>A disk within a ring: no straight line parts them, x1² + x2² does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How many points, equally many of each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How far points stray from where their class lies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>The same seed gives the same points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Exclusive or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Four squares, opposite ones of one class: the sign of x1·x2, which one layer cannot tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Two round clouds: one straight line parts them, as well as they can be parted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Two arms wound around each other: the hardest of the toys for a small network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Moons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Two half circles, each reaching into the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Deviation of the points from their moon, in its radii.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Circles around one centre, each a class of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How many circles, and so classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Ring of Gaussians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Small clouds on a circle: a generator that misses some is seen at a glance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How many points, equally many in each cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How many clouds, and so classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Deviation of the points from the middle of their cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Regression: y = (x1 + x2) / 10, which a single linear unit learns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How many points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>How far beside a point its value is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Waves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Regression: y = sin(π·x1 / 4) · cos(π·x2 / 4), hills and hollows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Drawn points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/toys.py"/>
        <source>Points that you draw into the plane by hand, each with a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>Iris</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>150 irises of three species by four lengths. One species stands apart, two overlap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>Wine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>178 wines of three growers by thirteen measurements of very different size: scale them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>Breast cancer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>569 tumours, malignant or benign, by thirty measurements of their cells' nuclei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>Diabetes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/bundled.py"/>
        <source>Regression: how far the disease of 442 patients went in a year, 25 to 346, by ten measurements. Scale both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Generated table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Clusters at the corners of a cube, several to a class, with columns that repeat or mean nothing: not linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Columns in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Informative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Columns that decide the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Redundant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Columns that are sums of informative ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How many classes, of about the same size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Clusters in each class; with one it is nearly linear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Separation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How far clusters lie apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Part of the rows whose class is drawn anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>The same seed gives the same table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Sum of sines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Forecasting: several waves of different periods on top of each other, in order of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How many waves; the shortest lasts 8 moments, the longest 60.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How many windows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Moments that the network looks back at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Horizon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Moments ahead that are to be predicted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Deviation of the error of each measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>The same seed gives the same series.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Driven oscillator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Forecasting: a damped spring pushed by a steady rhythm and by chance; its position and speed in order of time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Moments in which the spring swings once, if left alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Damping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>1: it comes to rest without swinging back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How hard the rhythm pushes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>Kicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/generated.py"/>
        <source>How hard chance pushes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/texts.py"/>
        <source>Sentiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/texts.py"/>
        <source>1,000 short English opinions, pleased or not: on films, food, things, journeys and more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/texts.py"/>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/texts.py"/>
        <source>Words that are kept of each text, the last ones; shorter texts are padded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/texts.py"/>
        <source>Ids in all: 0 for padding, 1 for unknown words, and one for each of the most frequent words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Your own CSV, TSV or Parquet file: choose what to predict, and from which columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>The table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>What to predict: one column, or several of numbers or of yes and no. None to predict nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Other types than those guessed, by name of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Each row for itself, or rows that follow each other in time and are to be forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Rows that a forecast looks back on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Rows ahead that are forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_table.py"/>
        <source>How a file of text is written; Latin-1 for old files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>NumPy arrays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Your own .npy files, one of inputs and one of targets, or an .npz file with both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>A .npy or .npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>A .npy file; empty when inputs come as .npz, or for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Test inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Where they have a file of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Test targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Name of inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Of the array in the .npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Name of targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>What the targets are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>What a sample is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>IDX files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Your own images and labels in the IDX format of MNIST, raw or gzipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>For example train-images-idx3-ubyte.gz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>For example train-labels-idx1-ubyte.gz; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>Test labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_arrays.py"/>
        <source>What the labels are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_images.py"/>
        <source>Image folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_images.py"/>
        <source>Your own images: a folder for each class, or one CSV file with the label of each file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_images.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_images.py"/>
        <source>The images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_images.py"/>
        <source>A CSV file with a column of file names and one of labels; empty where folders are the classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Text files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Your own texts: a folder of .txt files for each class, or a table with text and label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>A folder or file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>The column of text; empty to guess it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>The column of labels; empty to guess it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Words kept of each text; shorter ones are filled up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>Ids in all; rarer words count as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/datasets/own_texts.py"/>
        <source>How the files are written; Latin-1 for old files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For one class out of several. A last Softmax or Log softmax is not applied twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>It is the surprise, in nats, of seeing the true class when the network had given it the probability p. A sure and right answer costs nothing, a sure and wrong one costs without limit. With a Softmax before it the gradient at each score is simply the predicted probability minus the wanted one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For one right class out of several: the usual loss of a classifier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Binary cross-entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For each output a yes or no of its own; one output says which of two classes it is. A last Sigmoid is not applied twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>The cross-entropy of each output taken for itself, as if each were a coin of its own. With a Sigmoid before it the gradient at each score is the predicted probability minus the wanted one, so it does not vanish where the answer is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For yes or no: two classes told by one output, or several labels that may be true at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Negative log-likelihood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For one class out of several, from the logarithms that a last Log softmax gives; without one it is applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>The second half of the cross-entropy: it takes logarithms of probabilities and picks that of the true class. After a Log softmax the two are the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>When the network ends in a Log softmax, as in many older examples; otherwise cross-entropy says the same in one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>KL divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>How far the predicted distribution is from the wanted one. Of one true class it is the cross-entropy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>How many nats are lost on average when the predicted distribution stands for the wanted one. It is 0 only where both agree, and it is not the same in the other direction. It differs from the cross-entropy by the entropy of the target, which no weight can change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>When the target is a distribution itself: soft labels, or the answers of another network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Hinge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Wants the score of the true class ahead of each other one by a margin of 1; one output is to be above 1 or below −1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>What is right by a margin costs nothing and gives no gradient, so training looks only at samples near the border or beyond it. It is the loss of support vector machines. Scores are no probabilities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>When only the decision counts and not how sure it is. Leave the last activation out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Distance of the outputs from the numbers wanted, or from the one-hot target. Outliers weigh much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>The gradient grows with the error: large errors are mended first, and one outlier can pull the whole network. Its best answer is the mean of what the targets may be. For classes it learns slowly, since a Sigmoid or Softmax that is wrong and sure has hardly any slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For predicting numbers, and for images that are to come back, when errors are about normally distributed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Like the squared error, but calmer about outliers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Each error counts by its size alone, so the gradient is as large for small errors as for large ones and only turns its sign. Its best answer is the median of what the targets may be. Near the aim the steps do not become smaller by themselves: let the learning rate fall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For predicting numbers with outliers that should not decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Huber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>Squared for errors up to 1, absolute beyond: smooth at the aim, and calm about outliers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>A parabola in the middle with straight lines at both sides, joined without a corner at an error of 1. The gradient is that of the squared error near the aim, and never longer than 1 far from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/losses.py"/>
        <source>For predicting numbers when a few targets are far off; scale the target so that 1 is a large error.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>What training makes small, without penalties.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It is the only number that training itself looks at; all others are told for people. The curve of the training part is a mean over the batches of an epoch, while the weights still change; validation is measured after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To see whether training goes on, and whether the validation part still follows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the samples, or of all labels of all samples, that are told rightly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It counts a bare majority and a sure answer alike, and where one class is frequent it is high for a network that always says that class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>For classes that are about equally frequent. For rare ones look at precision and recall too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Top-5 accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the samples whose class is among the five likeliest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>A sample counts as right when its class is one of the five with the highest scores, in whatever order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>With many classes, of which several may look alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Of what is called a class, the part that is one: the mean over the classes, of two that of the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It answers: when the network says so, can one believe it? A network that rarely says yes can have a high one; recall then is low. TP are those rightly called so, FP those wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>When a false alarm is dear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Of what is a class, the part that is called so: the mean over the classes, of two that of the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It answers: of those that are there, how many are found? A network that always says yes finds all; precision then is low. TP are those that are found, FN those that are missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>When something that is missed is dear, as in screening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The harmonic mean of precision and recall: the mean over the classes, of two that of the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>A harmonic mean is near the smaller of the two, so both precision and recall must be good. What is rightly left alone does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To compare networks by one number when the classes are not equally frequent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>How often a sample of a class gets a higher score for it than one of another class: the mean over the classes, of two that of the second. Of more than 200,000 samples an even choice is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The area under the curve of true against false alarms as the threshold moves. 0.5 is a guess, 1 is perfect. It looks at the order of the scores alone, not at a threshold and not at how frequent a class is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To compare how well scores part the classes before a threshold is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The mean distance between what is said and what is true, whichever way. A few large errors count no more than their size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To tell people how far off a prediction typically is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>MSE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Mean squared error, in squared units of the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Errors count by their square, so a few large ones decide it. It is the loss of most regressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>When large errors are worse than many small ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The mean squared error brought back to the units of the target. It is never less than the mean absolute error; the further above, the more single errors stand out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To tell people about errors in the units they know, large ones weighed more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the target's variance that is explained: 1 is perfect, 0 is no better than the mean. Of several numbers it is the mean over those that vary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It compares the network with the simplest answer of all, the mean of the targets. It may be negative: then the mean would have been better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To judge a regression without knowing the units of its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>MSE of repeating the last value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>What saying the last value again would reach, in squared units of the target: a forecast has to beat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The simplest forecast there is says that nothing changes. Its error is the bar to clear, and often a high one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Beside the mean squared error of a forecast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the loss that tells how well inputs come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>How far what comes out lies from what went in, as the task's own form of loss says it. In a VAE it pulls against the KL divergence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To see how much of a sample a code keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>How far the codes are from the normal distribution, in nats for each sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>The price of saying something in the code. Near 0 the code says nothing and the decoder has stopped listening; very large, codes lie so far from the normal distribution that random ones make no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To see how much a VAE's code says, and whether random codes will make sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Generator loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>How well the discriminator sees through the fakes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>It is measured against the discriminator of the moment, which learns too, so it need not fall when the fakes get better. Growing without end, it says that the discriminator sees through everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To see whether one of the two networks runs away from the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Discriminator loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>How badly real and fake are told apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Near 0 it tells real from fake at once, and the generator learns little; at 2 ln 2, about 1.39, it guesses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>To see whether the two networks keep each other busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the real samples that the discriminator calls real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Of the real samples, those to which the discriminator gives more than a half. All of them: it is sure of the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Together with what it says of fakes: both near a half mean that it can only guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Fake called real</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Part of the fakes that the discriminator calls real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Of the fakes, those that pass for real. None: the generator gets little to learn from; half: the two are level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/metrics.py"/>
        <source>Together with what it says of real samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Adam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Scales each step by running means of the gradient and its square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>It keeps a running mean of each weight's gradient and of its square, and divides one by the root of the other: each weight moves by about the learning rate, whatever the size of its gradient. Early means are too small since they begin at 0; the hats say that this is made up for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>As the first choice, with a learning rate of about 0.001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Beta1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Memory of the gradient's mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Beta2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Memory of the gradient's square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Keeps the division finite.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Pulls weights towards zero (L2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>AdamW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Adam with weight decay kept apart from the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>In Adam a penalty on weights goes through the same division as the gradient and hardly touches weights with large gradients. Here weights are shrunk apart from the gradient, all by the same part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>For Transformers, and wherever Adam would be used together with weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Pulls weights towards zero.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>SGD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Gradient descent on batches, with momentum if wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Each step follows the gradient of one batch: noisy, but hundreds of steps in the time of one. Momentum adds up past steps, so that it goes on along a valley and the swinging across it cancels out; Nesterov looks where the momentum leads before it takes the slope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>For large image networks, with momentum 0.9 and a schedule: slower to tune than Adam, and often the better end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Share of the last step that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Nesterov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Look ahead along the momentum; needs momentum above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Gradient descent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>The textbook's: each step down the gradient of all training samples at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>All training samples are looked at before each step, so the step goes exactly down the slope of the loss and the curve is smooth. One epoch is one step, which makes it slow, and from a saddle or a poor valley no chance leads out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>On small data, to see what gradient descent is; for anything larger use SGD or Adam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>RMSprop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Divides each step by a running mean of the gradient's size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>It divides each gradient by the root of its running mean square: steep directions take shorter steps, flat ones longer. Adam adds a running mean of the gradient to this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>For recurrent networks, and for GANs with a critic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Adagrad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>Gives rarely moved weights longer steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>The sum of all squared gradients so far divides the step, so weights that are seldom moved keep long steps. The sum never gets smaller: in a long run all steps end near 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/optimizers.py"/>
        <source>For sparse inputs, such as words of which most are rare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>The same learning rate throughout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Every step is scaled alike. With Adam and a short run this is often all that is needed; at the end the weights keep trembling around the best place by about the size of a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>To begin with, and for short runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Every so many epochs the learning rate falls at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Long steps first, then a sudden change to short ones: the loss falls visibly at each fall of the rate, since the trembling around a valley gets smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>With SGD and momentum, when one knows about how many epochs it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Epochs between two falls, k.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Gamma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>What the rate is multiplied by at each fall, γ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Every epoch the learning rate falls by the same part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>The rate shrinks by the same factor in each epoch, so it never reaches 0 but soon is small: after n epochs it is the n-th power of the factor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>When the rate should fall evenly and there is no plan for the length of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>What the rate is multiplied by after each epoch, γ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Falls along half a cosine to the end of the run, after a warm-up if one is wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>It stays high for a while, falls fastest in the middle and comes in flat, with no falls to place by hand. The warm-up keeps the first steps short, when the running means of Adam know little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>As a good default for runs of a planned length, for Transformers with a warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Warm up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Epochs in which the rate first rises from near 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Minimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Part of the learning rate that is left at the end, m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Warm-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Rises evenly from near 0, then stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>At first weights are random and gradients large; short steps then keep the network from being thrown somewhere it does not come back from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>For Transformers, for large batches and for high learning rates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>How long it rises; W is that in steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Rises to the learning rate and falls to almost nothing, each along half a cosine (Smith and Topin 2019, doi:10.1117/12.2520589).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Up to a rate that would be too high for long, then down to almost nothing. The high middle keeps the network out of narrow valleys, the end lets it settle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>For few epochs with a high rate: find that with Find learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Rising</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Part of the run in which the rate rises.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Start divisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>It begins at the rate divided by this, d.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>End divisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>It ends at its beginning divided by this, f.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>On plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Falls when the validation loss (the training loss without a validation part) no longer gets better. When that will be nobody knows before the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>It waits for the patience that is set; when the loss has not got better by then, the rate falls. So the run itself decides when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>When it is not known how many epochs it takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Epochs without improvement that are let pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Minimum improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>What counts as better must be more than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/schedules.py"/>
        <source>Part of the learning rate below which it never falls, m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>Supervised learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>Learns from examples with the right answer: a class, several labels, or numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>The network sees a sample and says what it thinks; the loss tells how wrong that is, and every weight moves a little so that it is less wrong. With classes it is a classifier, with numbers a regression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/supervised.py"/>
        <source>When each sample comes with an answer: a class, several labels, or numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Forecasting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Learns to say how a series goes on from the values before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>A sample is a window of the series, the target are the values that come next. What comes last in time is kept for testing. A forecast is worth something when it beats saying the last value again, which is told beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>When a series is to be carried on from what it did so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Text classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>Learns to tell what kind of text it reads, word by word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>A text comes as a row of ids, one for each word. An Embedding looks up a learned vector for each, and a recurrent or attention layer reads them in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/sequences.py"/>
        <source>When short texts belong to classes: opinions, topics, languages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Learns to give its input back through a narrow middle; noisy inputs make it clean them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>The target is the input itself. A middle with fewer numbers than the input forces the network to find what samples have in common. With noise or blanked parts it is shown spoiled samples and has to give whole ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>When there are samples but no answers: to compress them, to take noise away, to find what is unusual.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Deviation of normal noise added to prepared inputs; the target stays clean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/autoencoder.py"/>
        <source>Part of the numbers of each input that are set to 0; the target is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Variational autoencoder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>An autoencoder whose codes follow a normal distribution: draw a code, get a new sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>The encoder says where the code of a sample may lie, as a mean and a variance; a code is drawn there, and the decoder makes a sample of it. The loss is what is lost on the way plus β times how far the codes are from the normal distribution (KL), summed over a sample, in nats; with β = 1 it is the negative evidence lower bound. The loss of an evaluation is that one, whatever β is while training, with one draw for each sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>When new samples are wanted, and a code in which one can walk from one to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>β</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Weight of the KL divergence while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Epochs over which the weight of the KL divergence grows from 0 to β.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Bernoulli: inputs from 0 to 1, outputs are probabilities. Gaussian: any numbers, with noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/variational.py"/>
        <source>Deviation of the noise of a gaussian output: smaller wants it more exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Generative adversarial network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>A generator makes samples of noise; a discriminator learns to tell them from real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Both learn in turn: the discriminator to call real samples real and fakes fake, the generator to have its fakes called real. Where it ends well, fakes look like the data and the discriminator can only guess. Neither loss says how good the samples are: look at them. With the Wasserstein form the loss is the distance between fakes and data as the discriminator estimates it, and falls as they come closer; with the others it is the generator's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>When sharp new samples are wanted, and there is patience to keep two networks level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Non-saturating: the usual one. Minimax: the original. Least squares: calmer. Wasserstein: with a gradient penalty, steady but slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Gradient penalty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Its weight in the Wasserstein form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Discriminator steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Steps of the discriminator for each step of the generator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>How much less than 1 real samples are wanted to be called real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>Discriminator rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/training/tasks/adversarial.py"/>
        <source>The discriminator's learning rate, as a multiple of the run's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Moves by up to this part of the width and height.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Rotate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Turns by up to this many degrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Grows or shrinks by up to this part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Flip horizontal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Mirrors half of the images left to right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Flip vertical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Mirrors half of the images top to bottom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Lightens or darkens by up to this much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Adds normal noise of this deviation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Cutout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Blanks a square of this part of the side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>The data set to learn from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Params</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>What this kind of data set can be told: number, noise, a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Part of the training data held back to validate on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Part held back to test on, of data that have no test part of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Use at most this many training samples; empty for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Stop early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>End the run when it no longer gets better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>What must get better: the loss, or a metric of the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Epochs without improvement before the run ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Restore best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>End with the weights of the best epoch instead of the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Standardize: mean 0 and deviation 1. Minmax: 0 to 1. Symmetric: −1 to 1. Per column or channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Another scaling for single columns, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Scaling of numbers that are to be predicted; results are scaled back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>What stands for a number that is missing, or that its row is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Height × width that images are resized to; empty to keep theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Grayscale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Make colour images grey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Passes over the training data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Samples per step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>What training makes small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Step length; can be changed while it runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>The same seed gives the same run on the CPU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Adds this times Σ|w| of all weights to the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Adds this times Σw² of all weights to the loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Clip gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Shortens gradients longer than this; empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Class weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Balanced: rare classes count as much as frequent ones. Or one weight for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Mixed: 16 bits where that is safe; faster on graphics cards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Compile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Have torch.compile make one program of it: slow start, faster steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../playground/core/project.py"/>
        <source>Where to compute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
