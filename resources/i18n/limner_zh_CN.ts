<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>NetworkRow</name>
    <message>
        <source>Feature network</source>
        <translation>特征网络</translation>
    </message>
    <message>
        <source>Fast style</source>
        <translation>快速风格</translation>
    </message>
    <message>
        <source>Trained by Limner</source>
        <translation>由 Limner 训练</translation>
    </message>
    <message>
        <source>Continues a text</source>
        <translation>续写文本</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Go</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Limner</source>
        <translation>Limner</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>风格化</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Library of runs</source>
        <translation>训练记录库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Welcome page</source>
        <translation>欢迎页</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause or resume</source>
        <translation>暂停或继续</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Resume this run</source>
        <translation>继续这次训练</translation>
    </message>
    <message>
        <source>Branch: a new run from these weights</source>
        <translation>分支：从这些权重新建训练</translation>
    </message>
    <message>
        <source>Rename this run…</source>
        <translation>重命名这次训练…</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder</source>
        <translation>显示这次训练的文件夹</translation>
    </message>
    <message>
        <source>Move this run to the trash…</source>
        <translation>将这次训练移到回收站…</translation>
    </message>
    <message>
        <source>Open a run folder…</source>
        <translation>打开训练文件夹…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Averaged or raw weights</source>
        <translation>平均权重或原始权重</translation>
    </message>
    <message>
        <source>Back to the newest samples</source>
        <translation>回到最新样本</translation>
    </message>
    <message>
        <source>Logarithmic plot</source>
        <translation>对数曲线</translation>
    </message>
    <message>
        <source>Show the whole run in the plot</source>
        <translation>在曲线中显示整个训练</translation>
    </message>
    <message>
        <source>Export the plot as PNG…</source>
        <translation>将曲线导出为 PNG…</translation>
    </message>
    <message>
        <source>Export the plot as PDF…</source>
        <translation>将曲线导出为 PDF…</translation>
    </message>
    <message>
        <source>Export the numbers as CSV…</source>
        <translation>将数值导出为 CSV…</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>显示或隐藏检查器</translation>
    </message>
    <message>
        <source>Next area</source>
        <translation>下一个区域</translation>
    </message>
    <message>
        <source>Previous area</source>
        <translation>上一个区域</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Every command</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Show the log file</source>
        <translation>显示日志文件</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Save the picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Bring in a picture from the clipboard</source>
        <translation>导入剪贴板中的图片</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Set a key here</source>
        <translation>在此设置关键帧</translation>
    </message>
    <message>
        <source>Keep this place</source>
        <translation>将此位置存为书签</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>播放影片</translation>
    </message>
    <message>
        <source>Explore weights from a file…</source>
        <translation>探索文件中的权重…</translation>
    </message>
    <message>
        <source>Mark the picture as A</source>
        <translation>把图片标为 A</translation>
    </message>
    <message>
        <source>Mark the picture as B</source>
        <translation>把图片标为 B</translation>
    </message>
    <message>
        <source>Make the picture, or queue another</source>
        <translation>制作图片，或再排一个</translation>
    </message>
    <message>
        <source>Stop and keep the best picture</source>
        <translation>停止并保留最好的图片</translation>
    </message>
    <message>
        <source>Go on from this picture</source>
        <translation>从这张图片继续</translation>
    </message>
    <message>
        <source>Open a content picture…</source>
        <translation>打开内容图片…</translation>
    </message>
    <message>
        <source>Add a style…</source>
        <translation>添加风格…</translation>
    </message>
    <message>
        <source>Paste a picture as content or style</source>
        <translation>粘贴图片作为内容或风格</translation>
    </message>
    <message>
        <source>Paint the region</source>
        <translation>绘制区域</translation>
    </message>
    <message>
        <source>Divider, side by side or result</source>
        <translation>分隔线、并排或结果</translation>
    </message>
    <message>
        <source>Sweep two parameters</source>
        <translation>扫描两个参数</translation>
    </message>
    <message>
        <source>Save the stylised picture…</source>
        <translation>保存风格化的图片…</translation>
    </message>
    <message>
        <source>Copy the stylised picture</source>
        <translation>复制风格化的图片</translation>
    </message>
    <message>
        <source>Channels of DeepDream</source>
        <translation>DeepDream 的通道</translation>
    </message>
    <message>
        <source>Zoom video of DeepDream</source>
        <translation>DeepDream 的缩放影片</translation>
    </message>
    <message>
        <source>Let the model write on</source>
        <translation>让模型继续写</translation>
    </message>
    <message>
        <source>Write the passage once more</source>
        <translation>重写这一段</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>停止写作</translation>
    </message>
    <message>
        <source>What else might stand here</source>
        <translation>这里还可能是什么</translation>
    </message>
    <message>
        <source>Colour words by probability</source>
        <translation>按概率给词着色</translation>
    </message>
    <message>
        <source>Show or hide the branches</source>
        <translation>显示或隐藏分支</translation>
    </message>
    <message>
        <source>Keep this branch</source>
        <translation>保留这个分支</translation>
    </message>
    <message>
        <source>Editor, side by side or chat</source>
        <translation>编辑器、并排或对话</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新文本</translation>
    </message>
    <message>
        <source>Open a text…</source>
        <translation>打开文本…</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>保存文本</translation>
    </message>
    <message>
        <source>Save the text as…</source>
        <translation>将文本另存为…</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>复制全部文本</translation>
    </message>
    <message>
        <source>Write with this model</source>
        <translation>用这个模型写作</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>请检查它的权限。</translation>
    </message>
    <message>
        <source>“%1” is not something Limner knows.</source>
        <translation>Limner 不认识“%1”。</translation>
    </message>
    <message>
        <source>It reads pictures, safetensors files and run folders.</source>
        <translation>它能读取图片、safetensors 文件和训练文件夹。</translation>
    </message>
    <message>
        <source>There is no “%1”.</source>
        <translation>没有“%1”。</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>请检查路径。</translation>
    </message>
    <message>
        <source>“%1” cannot be listed.</source>
        <translation>无法列出“%1”。</translation>
    </message>
    <message>
        <source>%1 is needed.</source>
        <translation>需要 %1。</translation>
    </message>
    <message>
        <source>limner-cli plot --run RUN --out FILE</source>
        <translation>limner-cli plot --run 训练文件夹 --out 文件</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>无法写入“%1”。</translation>
    </message>
    <message>
        <source>Check the folder and the space on the disk (%1).</source>
        <translation>请检查文件夹和磁盘空间（%1）。</translation>
    </message>
    <message>
        <source>There is nothing to plot in this run.</source>
        <translation>这次训练没有可绘制的内容。</translation>
    </message>
    <message>
        <source>Check --scalars, or train a few steps first.</source>
        <translation>请检查 --scalars，或先训练几步。</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>没有命令“%1”。</translation>
    </message>
    <message>
        <source>limner-cli --help lists them.</source>
        <translation>limner-cli --help 会列出全部命令。</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>是不是想用“%1”？</translation>
    </message>
    <message>
        <source>limner-cli %1 takes one word.</source>
        <translation>limner-cli %1 需要一个词。</translation>
    </message>
    <message>
        <source>It is %1.</source>
        <translation>应为 %1。</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>这里不应有“%1”。</translation>
    </message>
    <message>
        <source>Parameters are given as --name value.</source>
        <translation>参数的写法是 --名称 值。</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 给出了两次。</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>It is one of %1.</source>
        <translation>可选：%1。</translation>
    </message>
    <message>
        <source>%1 does not belong to what is chosen here.</source>
        <translation>%1 不属于这里所选的内容。</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>它属于 %1。</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>这里没有选项 %1。</translation>
    </message>
    <message>
        <source>--help lists them.</source>
        <translation>--help 会列出全部选项。</translation>
    </message>
    <message>
        <source>Did you mean %1?</source>
        <translation>是不是想用 %1？</translation>
    </message>
    <message>
        <source>“%1” is not a whole safetensors file.</source>
        <translation>“%1”不是完整的 safetensors 文件。</translation>
    </message>
    <message>
        <source>Copy it again from where it came.</source>
        <translation>请从原处重新复制。</translation>
    </message>
    <message>
        <source>The part of Limner that trains is missing.</source>
        <translation>缺少 Limner 负责训练的部分。</translation>
    </message>
    <message>
        <source>Install Limner again, or build it again with ./run.</source>
        <translation>请重新安装 Limner，或用 ./run 重新构建。</translation>
    </message>
    <message>
        <source>“%1” cannot be loaded.</source>
        <translation>无法加载“%1”。</translation>
    </message>
    <message>
        <source>A library it needs is missing or of another version: install Limner again, or build it again with ./run.</source>
        <translation>它需要的某个库缺失或版本不符：请重新安装 Limner，或用 ./run 重新构建。</translation>
    </message>
    <message>
        <source>“%1” belongs to another version of Limner.</source>
        <translation>“%1”属于另一个版本的 Limner。</translation>
    </message>
    <message>
        <source>This is not a picture that Limner can read.</source>
        <translation>这不是 Limner 能读取的图片。</translation>
    </message>
    <message>
        <source>Use a PNG, JPEG, WebP, BMP, GIF or TIFF file.</source>
        <translation>请使用 PNG、JPEG、WebP、BMP、GIF 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>Qt has no reader for %1 pictures here.</source>
        <translation>此处的 Qt 无法读取 %1 图片。</translation>
    </message>
    <message>
        <source>To install it, type: sudo apt install %1</source>
        <translation>安装方法：sudo apt install %1</translation>
    </message>
    <message>
        <source>The picture is damaged or was cut off.</source>
        <translation>图片已损坏或不完整。</translation>
    </message>
    <message>
        <source>Get the file again or choose another one.</source>
        <translation>请重新获取文件，或另选一个。</translation>
    </message>
    <message>
        <source>The picture has %1×%2 pixels; Limner reads up to 100 megapixels.</source>
        <translation>图片有 %1×%2 像素；Limner 最多读取一亿像素。</translation>
    </message>
    <message>
        <source>Make it smaller in another program first.</source>
        <translation>请先在其他程序中缩小。</translation>
    </message>
    <message>
        <source>There is no picture to write.</source>
        <translation>没有可写入的图片。</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a PNG text field.</source>
        <translation>“%1”不能作为 PNG 文本字段的名称。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as PNG.</source>
        <translation>无法将图片编码为 PNG。</translation>
    </message>
    <message>
        <source>There is no parameter “%1” here.</source>
        <translation>这里没有参数“%1”。</translation>
    </message>
    <message>
        <source>This drive has no trash, or its folder cannot be changed.</source>
        <translation>此磁盘没有回收站，或其文件夹无法更改。</translation>
    </message>
    <message>
        <source>Remove the folder in a file manager.</source>
        <translation>请在文件管理器中删除该文件夹。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何更改。</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Colours of the window; pictures look best on dark.</source>
        <translation>窗口的颜色；图片在深色背景上最好看。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Size of everything in the window, from the next start on.</source>
        <translation>窗口内所有内容的大小，下次启动时生效。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language of the window, from the next start on.</source>
        <translation>窗口的语言，下次启动时生效。</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Nothing slides or fades.</source>
        <translation>不使用滑动和淡入淡出。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Where runs and outputs are kept, from the next start on.</source>
        <translation>训练记录和输出的存放位置，下次启动时生效。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What computes, from the next start on; a recipe may name its own.</source>
        <translation>用什么计算，下次启动时生效；配方可以另行指定。</translation>
    </message>
    <message>
        <source>Fastest there is</source>
        <translation>最快的可用设备</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>全部核心</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space.</source>
        <translation>请另选文件夹，或释放一些空间。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>未能写入“%1”。</translation>
    </message>
    <message>
        <source>Free some space or choose another drive.</source>
        <translation>请释放一些空间，或另选磁盘。</translation>
    </message>
    <message>
        <source>Choose a folder in which you may write.</source>
        <translation>请选择一个可以写入的文件夹。</translation>
    </message>
    <message>
        <source>No data folder was given.</source>
        <translation>没有给出数据文件夹。</translation>
    </message>
    <message>
        <source>Choose the folder that holds the data.</source>
        <translation>请选择存放数据的文件夹。</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>没有文件夹“%1”。</translation>
    </message>
    <message>
        <source>Get the file again, or choose another folder.</source>
        <translation>请重新获取文件，或另选文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not an IDX file.</source>
        <translation>“%1”不是 IDX 文件。</translation>
    </message>
    <message>
        <source>“%1” holds numbers of another type than bytes.</source>
        <translation>“%1”中的数值不是字节类型。</translation>
    </message>
    <message>
        <source>“%1” holds pictures where labels are expected.</source>
        <translation>“%1”应为标签，实为图片。</translation>
    </message>
    <message>
        <source>“%1” holds labels where pictures are expected.</source>
        <translation>“%1”应为图片，实为标签。</translation>
    </message>
    <message>
        <source>“%1” has %2 dimensions instead of %3.</source>
        <translation>“%1”有 %2 个维度，应为 %3 个。</translation>
    </message>
    <message>
        <source>“%1” ends within its header.</source>
        <translation>“%1”在文件头处中断。</translation>
    </message>
    <message>
        <source>“%1” says that it is empty.</source>
        <translation>“%1”标明自己为空。</translation>
    </message>
    <message>
        <source>“%1” says that its pictures are %2×%3.</source>
        <translation>“%1”标明其图片为 %2×%3。</translation>
    </message>
    <message>
        <source>“%1” should hold %2 bytes by its own header, but holds %3.</source>
        <translation>按文件头，“%1”应有 %2 字节，实有 %3 字节。</translation>
    </message>
    <message>
        <source>“%1” has %2 labels for %3 pictures.</source>
        <translation>“%1”为 %3 张图片给出了 %2 个标签。</translation>
    </message>
    <message>
        <source>“%1” is missing in “%2”.</source>
        <translation>“%2”中缺少“%1”。</translation>
    </message>
    <message>
        <source>The folder must hold train-images-idx3-ubyte and train-labels-idx1-ubyte, plain or as .gz.</source>
        <translation>文件夹中须有 train-images-idx3-ubyte 和 train-labels-idx1-ubyte，可为 .gz。</translation>
    </message>
    <message>
        <source>“%1” has no test part (t10k-images and t10k-labels): the test pictures are taken from the others.</source>
        <translation>“%1”没有测试部分（t10k-images 和 t10k-labels）：测试图片取自其余图片。</translation>
    </message>
    <message>
        <source>“%1” holds the label %2, but there are %3 classes.</source>
        <translation>“%1”含有标签 %2，但只有 %3 个类别。</translation>
    </message>
    <message>
        <source>T-shirt/top</source>
        <translation>T 恤</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>裤子</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>套头衫</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>连衣裙</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>外套</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>凉鞋</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>衬衫</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>运动鞋</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>包</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>短靴</translation>
    </message>
    <message>
        <source>Or choose another data set.</source>
        <translation>或另选数据集。</translation>
    </message>
    <message>
        <source>Fashion-MNIST is not installed. To install it, type: sudo apt install %1</source>
        <translation>尚未安装 Fashion-MNIST。安装方法：sudo apt install %1</translation>
    </message>
    <message>
        <source>There is no picture that could be read.</source>
        <translation>没有可以读取的图片。</translation>
    </message>
    <message>
        <source>Choose a folder with PNG, JPEG, WebP, BMP, GIF or TIFF pictures.</source>
        <translation>请选择含有 PNG、JPEG、WebP、BMP、GIF 或 TIFF 图片的文件夹。</translation>
    </message>
    <message>
        <source>The pictures need %1 of memory, but only %2 are free.</source>
        <translation>图片需要 %1 内存，但只有 %2 可用。</translation>
    </message>
    <message>
        <source>Choose a smaller size, grey instead of colour, or fewer pictures.</source>
        <translation>请选择更小的尺寸、用灰度代替彩色，或减少图片。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>70,000 grey pictures of clothes, 28×28, in 10 classes.</source>
        <translation>70,000 张 28×28 的灰度服装图片，共 10 类。</translation>
    </message>
    <message>
        <source>Your own IDX files</source>
        <translation>自己的 IDX 文件</translation>
    </message>
    <message>
        <source>MNIST, EMNIST or any other set of grey pictures in the IDX format.</source>
        <translation>MNIST、EMNIST 或任何 IDX 格式的灰度图片集。</translation>
    </message>
    <message>
        <source>Holds train-images-idx3-ubyte, train-labels-idx1-ubyte and, for the test part, the same with t10k; plain or as .gz.</source>
        <translation>含有 train-images-idx3-ubyte、train-labels-idx1-ubyte，测试部分为 t10k 开头的同名文件；可为 .gz。</translation>
    </message>
    <message>
        <source>There is no data set “%1”.</source>
        <translation>没有数据集“%1”。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Whether the model learns grey or colour pictures.</source>
        <translation>模型学习灰度图片还是彩色图片。</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Keeps the central square.</source>
        <translation>保留中间的正方形。</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Keeps the whole picture on a white square.</source>
        <translation>将整张图片放在白色正方形上。</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Pulls the whole picture to a square.</source>
        <translation>将整张图片拉成正方形。</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配方式</translation>
    </message>
    <message>
        <source>What happens to pictures that are not square.</source>
        <translation>非正方形图片的处理方式。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Side of the square that every picture is brought to.</source>
        <translation>每张图片缩放到的正方形边长。</translation>
    </message>
    <message>
        <source>px</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Scales pixels to −1 to 1; without it they run from 0 to 1.</source>
        <translation>将像素缩放到 −1 至 1；否则为 0 至 1。</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Shows half of the pictures mirrored left to right.</source>
        <translation>将一半图片左右翻转。</translation>
    </message>
    <message>
        <source>For validation</source>
        <translation>验证比例</translation>
    </message>
    <message>
        <source>For the test</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Share kept for the final score; not used where the set has a test part of its own.</source>
        <translation>留作最终评分的比例；数据集自带测试部分时不使用。</translation>
    </message>
    <message>
        <source>“%1” is damaged or was cut off.</source>
        <translation>“%1”已损坏或不完整。</translation>
    </message>
    <message>
        <source>Get the file again.</source>
        <translation>请重新获取文件。</translation>
    </message>
    <message>
        <source>“%1” unpacks to more than the %2 of memory that are free.</source>
        <translation>“%1”解压后超过可用的 %2 内存。</translation>
    </message>
    <message>
        <source>Something went wrong inside Limner.</source>
        <translation>Limner 内部出错。</translation>
    </message>
    <message>
        <source>Please report it with the details below.</source>
        <translation>请附上下面的详细信息报告此问题。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足。</translation>
    </message>
    <message>
        <source>Use a smaller batch, size or network, or close other programs.</source>
        <translation>请用更小的批量、尺寸或网络，或关闭其他程序。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is not what was saved.</source>
        <translation>“%1”已损坏：与保存时不同。</translation>
    </message>
    <message>
        <source>There is no checkpoint in “%1”.</source>
        <translation>“%1”中没有检查点。</translation>
    </message>
    <message>
        <source>Choose another step, or start the run again.</source>
        <translation>请选择另一步，或重新开始训练。</translation>
    </message>
    <message>
        <source>The newest good checkpoint is the one at step %1.</source>
        <translation>最新的完好检查点在第 %1 步。</translation>
    </message>
    <message>
        <source>No other checkpoint of this run is good; start it again.</source>
        <translation>这次训练没有其他完好的检查点；请重新开始。</translation>
    </message>
    <message>
        <source>Line %2 of “%1” is not an edit.</source>
        <translation>“%1”的第 %2 行不是修改记录。</translation>
    </message>
    <message>
        <source>There is no space left to write “%1”.</source>
        <translation>没有空间写入“%1”。</translation>
    </message>
    <message>
        <source>Free some space on that disk, then try again.</source>
        <translation>请在该磁盘上释放空间后重试。</translation>
    </message>
    <message>
        <source>“%1” may not be written.</source>
        <translation>不允许写入“%1”。</translation>
    </message>
    <message>
        <source>Choose another folder, or change the permissions of this one.</source>
        <translation>请另选文件夹，或更改此文件夹的权限。</translation>
    </message>
    <message>
        <source>“%1” cannot be written, since its folder is not there.</source>
        <translation>无法写入“%1”，因为其文件夹不存在。</translation>
    </message>
    <message>
        <source>Make the folder, or choose another one.</source>
        <translation>请建立该文件夹，或另选一个。</translation>
    </message>
    <message>
        <source>“%1” could not be written (%2).</source>
        <translation>未能写入“%1”（%2）。</translation>
    </message>
    <message>
        <source>Check the disk, or choose another folder.</source>
        <translation>请检查磁盘，或另选文件夹。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>Check the path, or choose another file.</source>
        <translation>请检查路径，或另选文件。</translation>
    </message>
    <message>
        <source>“%1” may not be read.</source>
        <translation>不允许读取“%1”。</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another file.</source>
        <translation>请更改其权限，或另选文件。</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a file.</source>
        <translation>“%1”是文件夹，不是文件。</translation>
    </message>
    <message>
        <source>Choose a file inside it.</source>
        <translation>请选择其中的文件。</translation>
    </message>
    <message>
        <source>“%1” could not be read (%2).</source>
        <translation>未能读取“%1”（%2）。</translation>
    </message>
    <message>
        <source>Check the disk, or use a copy of the file.</source>
        <translation>请检查磁盘，或使用文件的副本。</translation>
    </message>
    <message>
        <source>Use a copy of the file, if there is one.</source>
        <translation>如有副本，请使用副本。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is not valid JSON.</source>
        <translation>“%1”已损坏：不是有效的 JSON。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it does not hold a JSON object.</source>
        <translation>“%1”已损坏：其中没有 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” is damaged: “%2” is missing or not what it should be.</source>
        <translation>“%1”已损坏：“%2”缺失或不正确。</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Limner.</source>
        <translation>“%1”由更新版本的 Limner 写入。</translation>
    </message>
    <message>
        <source>Update Limner to open it.</source>
        <translation>请更新 Limner 后再打开。</translation>
    </message>
    <message>
        <source>Line %2 of “%1” is not a row of metrics.</source>
        <translation>“%1”的第 %2 行不是指标数据。</translation>
    </message>
    <message>
        <source>“%1” has other columns than this run writes.</source>
        <translation>“%1”的列与这次训练写入的不同。</translation>
    </message>
    <message>
        <source>Start a new run instead, or move that file away.</source>
        <translation>请新建训练，或移走该文件。</translation>
    </message>
    <message>
        <source>What was there before is unchanged.</source>
        <translation>原有内容没有改变。</translation>
    </message>
    <message>
        <source>“%1” is not a plain file.</source>
        <translation>“%1”不是普通文件。</translation>
    </message>
    <message>
        <source>“%1” is shorter than it was a moment ago.</source>
        <translation>“%1”比片刻之前短了。</translation>
    </message>
    <message>
        <source>“%1” is %2 bytes long, more than such a file can be (%3).</source>
        <translation>“%1”有 %2 字节，超过此类文件的上限（%3）。</translation>
    </message>
    <message>
        <source>There is not enough memory to read “%1”.</source>
        <translation>内存不足，无法读取“%1”。</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The tensor “%1” cannot be written to “%2”.</source>
        <translation>无法将张量“%1”写入“%2”。</translation>
    </message>
    <message>
        <source>Its name must occur once, and its numbers must be of a common type.</source>
        <translation>名称不得重复，数值须为常见类型。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is too short for a safetensors file.</source>
        <translation>“%1”已损坏：作为 safetensors 文件太短。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it ends inside its header, or is no safetensors file.</source>
        <translation>“%1”已损坏：在文件头处中断，或不是 safetensors 文件。</translation>
    </message>
    <message>
        <source>“%1” is damaged: “%2” is neither true nor false.</source>
        <translation>“%1”已损坏：“%2”既非真也非假。</translation>
    </message>
    <message>
        <source>“%1” is damaged: two of its tensors have the same name.</source>
        <translation>“%1”已损坏：有两个张量同名。</translation>
    </message>
    <message>
        <source>“%1” is damaged: its header is not that of a safetensors file.</source>
        <translation>“%1”已损坏：文件头不是 safetensors 格式。</translation>
    </message>
    <message>
        <source>“%1” holds numbers of the type “%2”, which Limner cannot use.</source>
        <translation>“%1”中的数值类型为“%2”，Limner 无法使用。</translation>
    </message>
    <message>
        <source>Convert the weights to 32-bit floats, then try again.</source>
        <translation>请将权重转换为 32 位浮点数后重试。</translation>
    </message>
    <message>
        <source>“%1” is damaged: the tensor “%2” does not fit its shape.</source>
        <translation>“%1”已损坏：张量“%2”与其形状不符。</translation>
    </message>
    <message>
        <source>“%1” is damaged: the tensor “%2” lies in the wrong place.</source>
        <translation>“%1”已损坏：张量“%2”的位置不正确。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is longer than its tensors.</source>
        <translation>“%1”已损坏：比其张量长。</translation>
    </message>
    <message>
        <source>“%1” is damaged: its header is not valid JSON.</source>
        <translation>“%1”已损坏：文件头不是有效的 JSON。</translation>
    </message>
    <message>
        <source>Non-saturating BCE</source>
        <translation>非饱和 BCE</translation>
    </message>
    <message>
        <source>The usual loss: each side is graded by cross-entropy, and the generator wants its pictures to be called real.</source>
        <translation>常用的损失：双方以交叉熵评分，生成器希望自己的图片被判为真。</translation>
    </message>
    <message>
        <source>Saturating BCE (minimax)</source>
        <translation>饱和 BCE（极小极大）</translation>
    </message>
    <message>
        <source>The game as first written down: the generator only wants its pictures not to be called fake, and learns slowly while it is bad.</source>
        <translation>最初的形式：生成器只希望图片不被判为假，水平较差时学得很慢。</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>The discriminator only learns from pictures that it does not yet judge clearly.</source>
        <translation>判别器只从尚不能明确判断的图片中学习。</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Grades by squared distance to 1 for real and 0 for generated, which keeps a gradient for pictures far from the border.</source>
        <translation>以到 1（真）和 0（生成）的平方距离评分，使远离边界的图片仍有梯度。</translation>
    </message>
    <message>
        <source>Weight limit</source>
        <translation>权重上限</translation>
    </message>
    <message>
        <source>After each step the discriminator&apos;s weights are clipped to plus and minus this.</source>
        <translation>每步之后，判别器的权重被裁剪到此值的正负范围内。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>梯度惩罚</translation>
    </message>
    <message>
        <source>How strongly the discriminator&apos;s slope is held at 1 between real and generated.</source>
        <translation>在真实与生成之间将判别器的斜率保持为 1 的强度。</translation>
    </message>
    <message>
        <source>Wasserstein, clipped weights</source>
        <translation>Wasserstein，权重裁剪</translation>
    </message>
    <message>
        <source>The discriminator estimates a distance between real and generated; clipping its weights keeps the estimate smooth.</source>
        <translation>判别器估计真实与生成之间的距离；裁剪权重使估计保持平滑。</translation>
    </message>
    <message>
        <source>Wasserstein, gradient penalty</source>
        <translation>Wasserstein，梯度惩罚</translation>
    </message>
    <message>
        <source>The discriminator estimates a distance between real and generated; a penalty on its slope keeps the estimate smooth. Slow, but steady.</source>
        <translation>判别器估计真实与生成之间的距离；对斜率的惩罚使估计保持平滑。慢但稳。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Generator width</source>
        <translation>生成器宽度</translation>
    </message>
    <message>
        <source>Channels of the generator&apos;s last hidden layer; deeper ones have more.</source>
        <translation>生成器最后一个隐藏层的通道数；更深的层更多。</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Channels of the discriminator&apos;s first layer; deeper ones have more.</source>
        <translation>判别器第一层的通道数；更深的层更多。</translation>
    </message>
    <message>
        <source>The convolutional GAN makes no pictures of %1 pixels.</source>
        <translation>卷积 GAN 不能生成 %1 像素的图片。</translation>
    </message>
    <message>
        <source>Choose the size 28, 32, 64 or 128.</source>
        <translation>请选择尺寸 28、32、64 或 128。</translation>
    </message>
    <message>
        <source>GAN, convolutional</source>
        <translation>GAN，卷积</translation>
    </message>
    <message>
        <source>Makes sharper pictures than dense layers do, of 28 to 128 pixels, grey or in colour (Radford et al. 2015). Takes longer.</source>
        <translation>比全连接层更清晰，28 至 128 像素，灰度或彩色（Radford 等，2015）。耗时更长。</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>调控</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Which of the two networks learn; the other one is left as it is.</source>
        <translation>两个网络中哪些学习；另一个保持不变。</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>Discriminator only</source>
        <translation>仅判别器</translation>
    </message>
    <message>
        <source>Generator only</source>
        <translation>仅生成器</translation>
    </message>
    <message>
        <source>D steps per G step</source>
        <translation>每个 G 步的 D 步数</translation>
    </message>
    <message>
        <source>The discriminator learns from every batch, the generator from one in so many.</source>
        <translation>判别器从每个批次学习，生成器每隔若干批次学习一次。</translation>
    </message>
    <message>
        <source>GAN loss</source>
        <translation>GAN 损失</translation>
    </message>
    <message>
        <source>How the two networks are graded.</source>
        <translation>两个网络的评分方式。</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>次序</translation>
    </message>
    <message>
        <source>Whether the generator learns from the discriminator after its step or before.</source>
        <translation>生成器在判别器更新之后还是之前向它学习。</translation>
    </message>
    <message>
        <source>Alternating</source>
        <translation>交替</translation>
    </message>
    <message>
        <source>Simultaneous</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Learning rate D</source>
        <translation>D 学习率</translation>
    </message>
    <message>
        <source>How far the discriminator moves in one step.</source>
        <translation>判别器每步移动多远。</translation>
    </message>
    <message>
        <source>Learning rate G</source>
        <translation>G 学习率</translation>
    </message>
    <message>
        <source>How far the generator moves in one step.</source>
        <translation>生成器每步移动多远。</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Lowers the grade that real pictures get, so that the discriminator is never quite sure; for BCE and least squares.</source>
        <translation>降低真实图片的目标值，使判别器不会过于确信；用于 BCE 和最小二乘。</translation>
    </message>
    <message>
        <source>R1 weight</source>
        <translation>R1 权重</translation>
    </message>
    <message>
        <source>Penalises the discriminator&apos;s slope on real pictures; steadies training (Mescheder et al. 2018).</source>
        <translation>惩罚判别器在真实图片上的斜率，使训练更稳定（Mescheder 等，2018）。</translation>
    </message>
    <message>
        <source>Instance noise</source>
        <translation>实例噪声</translation>
    </message>
    <message>
        <source>Noise added to every picture that the discriminator sees, as a deviation (Sønderby et al. 2017).</source>
        <translation>加在判别器所见每张图片上的噪声标准差（Sønderby 等，2017）。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s units that are left out at random in each step.</source>
        <translation>每步随机略去的判别器单元比例。</translation>
    </message>
    <message>
        <source>Classic</source>
        <translation>经典</translation>
    </message>
    <message>
        <source>One hidden layer of 128 units on each side: fast, and good to watch.</source>
        <translation>每侧一个 128 单元的隐藏层：快，适合观察。</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Three hidden layers with batch norm; the discriminator learns with dropout.</source>
        <translation>三个带批归一化的隐藏层；判别器使用 dropout。</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>Three hidden layers of 128, 256 and 512 units with ReLU; learns slowly and steadily.</source>
        <translation>三个 128、256、512 单元的 ReLU 隐藏层；学得慢而稳。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The shape of both networks, with settings that suit it.</source>
        <translation>两个网络的结构及与之相配的设置。</translation>
    </message>
    <message>
        <source>GAN, fully connected</source>
        <translation>GAN，全连接</translation>
    </message>
    <message>
        <source>Two small networks of dense layers: one makes pictures, the other one judges them. Trains in minutes on any machine.</source>
        <translation>两个小型全连接网络：一个生成图片，另一个评判。在任何机器上几分钟即可训练。</translation>
    </message>
    <message>
        <source>Latent size</source>
        <translation>潜变量维数</translation>
    </message>
    <message>
        <source>How many numbers describe one picture.</source>
        <translation>用多少个数描述一张图片。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far the weights move in one step.</source>
        <translation>权重每步移动多远。</translation>
    </message>
    <message>
        <source>KL weight</source>
        <translation>KL 权重</translation>
    </message>
    <message>
        <source>More orders the latent space, less sharpens the pictures; 1 is the plain VAE, other values a beta-VAE (Higgins et al. 2017).</source>
        <translation>越大潜空间越有序，越小图片越清晰；1 为普通 VAE，其他值为 beta-VAE（Higgins 等，2017）。</translation>
    </message>
    <message>
        <source>KL warm-up</source>
        <translation>KL 预热</translation>
    </message>
    <message>
        <source>Over how many steps the KL weight grows from 0 (Bowman et al. 2016).</source>
        <translation>KL 权重从 0 增长所用的步数（Bowman 等，2016）。</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Pixel deviation</source>
        <translation>像素标准差</translation>
    </message>
    <message>
        <source>The deviation that the Gaussian grants each pixel, with black 0 and white 1.</source>
        <translation>高斯分布给予每个像素的标准差，黑为 0，白为 1。</translation>
    </message>
    <message>
        <source>Likelihood</source>
        <translation>似然</translation>
    </message>
    <message>
        <source>How the difference between a picture and its reconstruction is measured.</source>
        <translation>图片与其重建之间差异的度量方式。</translation>
    </message>
    <message>
        <source>Bernoulli</source>
        <translation>伯努利</translation>
    </message>
    <message>
        <source>Cross-entropy of each pixel, for pictures near black and white.</source>
        <translation>逐像素交叉熵，适合接近黑白的图片。</translation>
    </message>
    <message>
        <source>Gaussian</source>
        <translation>高斯</translation>
    </message>
    <message>
        <source>Squared difference of each pixel, for photographs.</source>
        <translation>逐像素平方差，适合照片。</translation>
    </message>
    <message>
        <source>The shape of encoder and decoder.</source>
        <translation>编码器和解码器的结构。</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>One hidden layer on each side: fast, for small pictures.</source>
        <translation>每侧一个隐藏层：快，适合小图片。</translation>
    </message>
    <message>
        <source>Hidden units</source>
        <translation>隐藏单元</translation>
    </message>
    <message>
        <source>How many units the hidden layers have.</source>
        <translation>隐藏层的单元数。</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Four strided convolutions and back, for pictures from 16 pixels on.</source>
        <translation>四层步进卷积再还原，适合 16 像素以上的图片。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Channels of the outermost layer; deeper ones have more.</source>
        <translation>最外层的通道数；更深的层更多。</translation>
    </message>
    <message>
        <source>Pictures of %1 pixels are too small to be halved four times.</source>
        <translation>%1 像素的图片太小，无法减半四次。</translation>
    </message>
    <message>
        <source>Choose a size of 16 or more, or the preset “Dense”.</source>
        <translation>请选择 16 以上的尺寸，或预设“全连接”。</translation>
    </message>
    <message>
        <source>Variational autoencoder</source>
        <translation>变分自编码器</translation>
    </message>
    <message>
        <source>Learns to describe each picture by a few numbers and to draw it again from them; smooth, steady, and made for exploring.</source>
        <translation>学习用几个数描述每张图片并据此重新画出；平滑、稳定，适合探索。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>How long the mean of the gradients remembers; GANs often use 0.5.</source>
        <translation>梯度均值的记忆长度；GAN 常用 0.5。</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>How long the mean of the squared gradients remembers.</source>
        <translation>梯度平方均值的记忆长度。</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adapts the step of each weight; a good first choice (Kingma &amp; Ba 2015).</source>
        <translation>为每个权重调整步长；首选（Kingma &amp; Ba，2015）。</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam with weight decay that does not mix with the gradient (Loshchilov &amp; Hutter 2019).</source>
        <translation>权重衰减不与梯度混合的 Adam（Loshchilov &amp; Hutter，2019）。</translation>
    </message>
    <message>
        <source>SGD with momentum</source>
        <translation>带动量的 SGD</translation>
    </message>
    <message>
        <source>Plain steps along the gradient, with momentum; needs a larger learning rate.</source>
        <translation>沿梯度的普通步进加动量；需要更大的学习率。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next; 0 is plain gradient descent.</source>
        <translation>上一步带入下一步的比例；0 为普通梯度下降。</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Divides each step by the recent size of the gradient; used by the first Wasserstein GAN.</source>
        <translation>每步除以近期梯度的大小；最初的 Wasserstein GAN 使用。</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>The optimizer state has no fitting entry “%1”.</source>
        <translation>优化器状态中没有匹配的“%1”。</translation>
    </message>
    <message>
        <source>The checkpoint belongs to another model or optimizer.</source>
        <translation>检查点属于另一个模型或优化器。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How gradients become steps of the weights.</source>
        <translation>梯度如何变成权重的步进。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls every weight towards zero, against learning by heart.</source>
        <translation>将权重拉向零，防止死记硬背。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2”.</source>
        <translation>%1 不能是“%2”。</translation>
    </message>
    <message>
        <source>It is on or off.</source>
        <translation>只能为开或关。</translation>
    </message>
    <message>
        <source>It is a whole number, %1.</source>
        <translation>应为整数，%1。</translation>
    </message>
    <message>
        <source>It is a number, %1.</source>
        <translation>应为数值，%1。</translation>
    </message>
    <message>
        <source>It is a text.</source>
        <translation>应为文本。</translation>
    </message>
    <message>
        <source>The range is %1.</source>
        <translation>范围为 %1。</translation>
    </message>
    <message>
        <source>%1 “%2” is not available here.</source>
        <translation>%1“%2”在此不可用。</translation>
    </message>
    <message>
        <source>“%1” holds %2 bytes, which is not a whole number of CIFAR records.</source>
        <translation>“%1”有 %2 字节，不是整数条 CIFAR 记录。</translation>
    </message>
    <message>
        <source>Missing batches: %1</source>
        <translation>缺少批次：%1</translation>
    </message>
    <message>
        <source>“%1” is missing: the test pictures are taken from the others.</source>
        <translation>缺少“%1”：测试图片取自其余图片。</translation>
    </message>
    <message>
        <source>There are no CIFAR batches in “%1”.</source>
        <translation>“%1”中没有 CIFAR 批次。</translation>
    </message>
    <message>
        <source>The folder must hold data_batch_1.bin to data_batch_5.bin (CIFAR-10) or train.bin (CIFAR-100), the binary version.</source>
        <translation>文件夹中必须有二进制版的 data_batch_1.bin 至 data_batch_5.bin（CIFAR-10）或 train.bin（CIFAR-100）。</translation>
    </message>
    <message>
        <source>Left out, glyphs of the emoji font that cannot be drawn (%2): %1</source>
        <translation>已略去无法绘制的表情字形（%2）：%1</translation>
    </message>
    <message>
        <source>The emoji font is not installed. To install it, type: sudo apt install %1</source>
        <translation>尚未安装表情字体。安装方法：sudo apt install %1</translation>
    </message>
    <message>
        <source>“%1” has no colour bitmaps.</source>
        <translation>“%1”不含彩色位图。</translation>
    </message>
    <message>
        <source>Limner needs the font of the Debian package %1.</source>
        <translation>Limner 需要 Debian 软件包 %1 中的字体。</translation>
    </message>
    <message>
        <source>Left out, cannot be opened or is too large (%2): %1</source>
        <translation>已略去无法打开或过大的文件（%2）：%1</translation>
    </message>
    <message>
        <source>Left out, damaged or cut off (%2): %1</source>
        <translation>已略去损坏或不完整的图片（%2）：%1</translation>
    </message>
    <message>
        <source>Left out, not a picture Limner can read or over 100 megapixels (%2): %1</source>
        <translation>已略去 Limner 无法读取或超过一亿像素的图片（%2）：%1</translation>
    </message>
    <message>
        <source>There are no pictures in “%1”.</source>
        <translation>“%1”中没有图片。</translation>
    </message>
    <message>
        <source>Left out, not pictures by their names (%2): %1</source>
        <translation>已略去按名称不是图片的文件（%2）：%1</translation>
    </message>
    <message>
        <source>Left out, folders that cannot be opened (%2): %1</source>
        <translation>已略去无法打开的文件夹（%2）：%1</translation>
    </message>
    <message>
        <source>Left out, links to folders that were read already (%2): %1</source>
        <translation>已略去指向已读文件夹的链接（%2）：%1</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Which emoji the model learns.</source>
        <translation>模型学习哪些表情。</translation>
    </message>
    <message>
        <source>All, about 3,900</source>
        <translation>全部，约 3,900 个</translation>
    </message>
    <message>
        <source>Faces, about 150</source>
        <translation>表情脸，约 150 个</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, BMP, GIF and TIFF; each sub-folder is a class.</source>
        <translation>PNG、JPEG、WebP、BMP、GIF 和 TIFF；每个子文件夹为一类。</translation>
    </message>
    <message>
        <source>Holds the pictures, or one sub-folder for each class.</source>
        <translation>存放图片，或每类一个子文件夹。</translation>
    </message>
    <message>
        <source>Noto Color Emoji</source>
        <translation>Noto 彩色表情</translation>
    </message>
    <message>
        <source>The colour emoji of the system&apos;s font, 136×128.</source>
        <translation>系统字体中的彩色表情，136×128。</translation>
    </message>
    <message>
        <source>CIFAR batches</source>
        <translation>CIFAR 批次</translation>
    </message>
    <message>
        <source>Your copy of CIFAR-10 or CIFAR-100, binary version: colour, 32×32.</source>
        <translation>自己的 CIFAR-10 或 CIFAR-100 二进制版：彩色，32×32。</translation>
    </message>
    <message>
        <source>Holds data_batch_1.bin to data_batch_5.bin, or train.bin.</source>
        <translation>内含 data_batch_1.bin 至 data_batch_5.bin，或 train.bin。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>The .safetensors file; empty puts it into the project.</source>
        <translation>.safetensors 文件；留空则放入项目。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Makes pictures with a trained model.</source>
        <translation>用训练好的模型生成图片。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writes the weights of a run as safetensors, with PyTorch&apos;s names.</source>
        <translation>将一次训练的权重写成 safetensors 文件，名称与 PyTorch 一致。</translation>
    </message>
    <message>
        <source>This job has no weights to show yet.</source>
        <translation>此任务还没有可显示的权重。</translation>
    </message>
    <message>
        <source>Wait for its first preview.</source>
        <translation>请等待第一次预览。</translation>
    </message>
    <message>
        <source>A point of this model has %1 numbers; %2 were given.</source>
        <translation>此模型的一个点由 %1 个数组成，却给出了 %2 个。</translation>
    </message>
    <message>
        <source>There is nothing here named %1.</source>
        <translation>这里没有名为 %1 的内容。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>How many pictures to make.</source>
        <translation>生成多少张图片。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed gives the same pictures.</source>
        <translation>相同的种子生成相同的图片。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列数</translation>
    </message>
    <message>
        <source>Pictures in a row of the sheet.</source>
        <translation>每行的图片数。</translation>
    </message>
    <message>
        <source>A .png for one sheet, a .npy for NumPy (float32, 0 to 1), anything else is a folder of pictures; empty makes a sheet in the project.</source>
        <translation>.png 为一张样本图，.npy 供 NumPy 使用（float32，0 到 1），其他名称则为图片文件夹；留空时在项目中生成样本图。</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 has no averaged weights.</source>
        <translation>第 %1 步的检查点没有平均权重。</translation>
    </message>
    <message>
        <source>Choose raw, or train with weight averaging.</source>
        <translation>请选择原始权重，或在训练时启用权重平均。</translation>
    </message>
    <message>
        <source>No run was given.</source>
        <translation>没有给出训练。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>The step of the checkpoint to use.</source>
        <translation>所用检查点的步数。</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Averaged weights make smoother pictures; raw ones are those of the last step.</source>
        <translation>平均权重生成的图片更平滑；原始权重即最后一步的权重。</translation>
    </message>
    <message>
        <source>Averaged if there are any</source>
        <translation>如有则用平均权重</translation>
    </message>
    <message>
        <source>Averaged</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>“%1” carries no recipe.</source>
        <translation>“%1”不含配方。</translation>
    </message>
    <message>
        <source>Only files that Limner wrote, and that were not changed since, do.</source>
        <translation>只有 Limner 写出且此后未改动的文件才带有配方。</translation>
    </message>
    <message>
        <source>“%1” does not say how its samples lie.</source>
        <translation>“%1”没有说明样本的排列方式。</translation>
    </message>
    <message>
        <source>“%1” is damaged: the picture cannot be read.</source>
        <translation>“%1”已损坏：无法读取图片。</translation>
    </message>
    <message>
        <source>“%1” is not a run: it has no recipe.json.</source>
        <translation>“%1”不是训练：没有 recipe.json。</translation>
    </message>
    <message>
        <source>Choose a folder that a training made.</source>
        <translation>请选择由训练生成的文件夹。</translation>
    </message>
    <message>
        <source>A run cannot be called “%1”.</source>
        <translation>训练不能命名为“%1”。</translation>
    </message>
    <message>
        <source>A name is one line of 1 to %1 bytes.</source>
        <translation>名称须为一行，1 到 %1 字节。</translation>
    </message>
    <message>
        <source>There is no kind of job named “%1”.</source>
        <translation>没有名为“%1”的任务类型。</translation>
    </message>
    <message>
        <source>This job is over or was never started.</source>
        <translation>此任务已结束或从未开始。</translation>
    </message>
    <message>
        <source>“%1” cannot change while the job runs.</source>
        <translation>任务运行时不能更改“%1”。</translation>
    </message>
    <message>
        <source>Stop the job and start a new one with the other value.</source>
        <translation>请停止任务，用另一个值新建任务。</translation>
    </message>
    <message>
        <source>The recipe was written by a newer version of Limner.</source>
        <translation>该配方由更新版本的 Limner 写入。</translation>
    </message>
    <message>
        <source>Update Limner to use it.</source>
        <translation>请更新 Limner 后使用。</translation>
    </message>
    <message>
        <source>There is no CUDA device here that LibTorch can use.</source>
        <translation>这里没有 LibTorch 可用的 CUDA 设备。</translation>
    </message>
    <message>
        <source>There is no device named %1.</source>
        <translation>没有名为 %1 的设备。</translation>
    </message>
    <message>
        <source>Choose auto, cpu, cuda or cuda:1.</source>
        <translation>请选择 auto、cpu、cuda 或 cuda:1。</translation>
    </message>
    <message>
        <source>Choose the CPU, or install the CUDA build of LibTorch.</source>
        <translation>请选择 CPU，或安装 LibTorch 的 CUDA 版。</translation>
    </message>
    <message>
        <source>What computes; automatic takes a graphics card where there is one.</source>
        <translation>用什么计算；自动时优先使用显卡。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>显卡 (CUDA)</translation>
    </message>
    <message>
        <source>There is no model named %1.</source>
        <translation>没有名为 %1 的模型。</translation>
    </message>
    <message>
        <source>The run may come from a newer version of Limner.</source>
        <translation>这次训练可能来自更新版本的 Limner。</translation>
    </message>
    <message>
        <source>The random state of the checkpoint is damaged.</source>
        <translation>检查点的随机状态已损坏。</translation>
    </message>
    <message>
        <source>Resume from an older checkpoint.</source>
        <translation>请从较早的检查点继续。</translation>
    </message>
    <message>
        <source>Drop every</source>
        <translation>衰减间隔</translation>
    </message>
    <message>
        <source>After how many steps the learning rate drops.</source>
        <translation>每隔多少步降低学习率。</translation>
    </message>
    <message>
        <source>Drop to</source>
        <translation>衰减倍数</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at each drop.</source>
        <translation>每次衰减时学习率乘以的倍数。</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>The learning rate stays as it is.</source>
        <translation>学习率保持不变。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>The learning rate drops at regular intervals.</source>
        <translation>学习率按固定间隔降低。</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>The learning rate falls along half a cosine wave, to zero at the end.</source>
        <translation>学习率沿半个余弦波下降，最后为零。</translation>
    </message>
    <message>
        <source>The model has no network named “%1” to freeze.</source>
        <translation>模型没有可冻结的网络“%1”。</translation>
    </message>
    <message>
        <source>Its networks are: %1.</source>
        <translation>它的网络有：%1。</translation>
    </message>
    <message>
        <source>Add pictures, or set smaller shares aside for validation and test.</source>
        <translation>请添加图片，或减小验证和测试的比例。</translation>
    </message>
    <message>
        <source>“%1” cannot change when a run goes on.</source>
        <translation>继续训练时不能更改“%1”。</translation>
    </message>
    <message>
        <source>Leave it out, or begin a new run that starts from the weights of this one.</source>
        <translation>请去掉它，或以这次训练的权重为起点开始新的训练。</translation>
    </message>
    <message>
        <source>The folder %1 already holds a run.</source>
        <translation>文件夹 %1 中已有训练。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty.</source>
        <translation>文件夹 %1 不为空。</translation>
    </message>
    <message>
        <source>Resume that run, or choose another folder.</source>
        <translation>请继续那次训练，或另选文件夹。</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder; nothing is overwritten.</source>
        <translation>请选择新的或空的文件夹；不会覆盖任何内容。</translation>
    </message>
    <message>
        <source>The loss of the %1 is no longer a number.</source>
        <translation>%1 的损失不再是数值。</translation>
    </message>
    <message>
        <source>The gradient of %1 is no longer a number.</source>
        <translation>%1 的梯度不再是数值。</translation>
    </message>
    <message>
        <source>The loss or a gradient of the %1 is no longer a number.</source>
        <translation>%1 的损失或梯度不再是数值。</translation>
    </message>
    <message>
        <source>Preview and checkpoints</source>
        <translation>预览和检查点</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Weight averaging</source>
        <translation>权重平均</translation>
    </message>
    <message>
        <source>How much of the averaged weights stays at each step; 0.999 suits most runs.</source>
        <translation>每步保留多少平均权重；0.999 适合大多数训练。</translation>
    </message>
    <message>
        <source>Gradient limit</source>
        <translation>梯度上限</translation>
    </message>
    <message>
        <source>Shortens gradients that are longer than this.</source>
        <translation>缩短超过此值的梯度。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率计划</translation>
    </message>
    <message>
        <source>How the learning rate changes over the run.</source>
        <translation>学习率在训练过程中如何变化。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Ends after so many steps, whatever the epochs say.</source>
        <translation>到此步数即结束，不论轮数。</translation>
    </message>
    <message>
        <source>by epochs</source>
        <translation>按轮数</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批量大小</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Over how many steps the learning rate rises from zero.</source>
        <translation>学习率从零上升所用的步数。</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Ends after so many validations without a better score.</source>
        <translation>经过这么多次验证没有改进即结束。</translation>
    </message>
    <message>
        <source>The same seed and settings give the same run, to the bit.</source>
        <translation>相同的种子和设置得到逐位相同的训练。</translation>
    </message>
    <message>
        <source>Preview every</source>
        <translation>预览间隔</translation>
    </message>
    <message>
        <source>Save every</source>
        <translation>保存间隔</translation>
    </message>
    <message>
        <source>After how many steps a checkpoint is written.</source>
        <translation>每隔多少步写入检查点。</translation>
    </message>
    <message>
        <source>Validate every</source>
        <translation>验证间隔</translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation>保留最近</translation>
    </message>
    <message>
        <source>How many checkpoints stay, beside the best one.</source>
        <translation>除最佳外保留多少个检查点。</translation>
    </message>
    <message>
        <source>Log every</source>
        <translation>记录间隔</translation>
    </message>
    <message>
        <source>After how many steps the curves get a point.</source>
        <translation>每隔多少步在曲线上加一点。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the run is called; empty names it after model and data.</source>
        <translation>训练的名称；留空则按模型和数据命名。</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <source>Where the run is kept; empty puts it into the project.</source>
        <translation>训练的存放位置；留空则放入项目。</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>起始训练</translation>
    </message>
    <message>
        <source>A run whose weights this one begins with.</source>
        <translation>以哪次训练的权重开始。</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Networks that stay as they are, separated by commas, such as discriminator.</source>
        <translation>保持不变的网络，以逗号分隔，例如 discriminator。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>A run that goes on where it stopped, with its own settings.</source>
        <translation>从停下处以原有设置继续的训练。</translation>
    </message>
    <message>
        <source>The step of the checkpoint to resume or to start from.</source>
        <translation>继续或起始所用检查点的步数。</translation>
    </message>
    <message>
        <source>There is not enough memory for a training step.</source>
        <translation>内存不足以进行一步训练。</translation>
    </message>
    <message>
        <source>Something went wrong in a training step.</source>
        <translation>训练的一步中出错。</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint; report the details if it happens again.</source>
        <translation>请从最近的检查点继续；再次发生时请报告详细信息。</translation>
    </message>
    <message>
        <source>Resume from the last checkpoint with a lower learning rate.</source>
        <translation>请从最近的检查点以更低的学习率继续。</translation>
    </message>
    <message>
        <source>%1 (step %2)</source>
        <translation>%1（第 %2 步）</translation>
    </message>
    <message>
        <source>The curves and samples so far are kept.</source>
        <translation>已有的曲线和样本均已保留。</translation>
    </message>
    <message>
        <source>The checkpoint of step %1 is untouched.</source>
        <translation>第 %1 步的检查点未受影响。</translation>
    </message>
    <message>
        <source>Choose the model, preset and sizes that the weights were trained with.</source>
        <translation>请选择训练这些权重时的模型、预设和尺寸。</translation>
    </message>
    <message>
        <source>The weights are of another architecture: %1 is missing.</source>
        <translation>权重属于另一种结构：缺少 %1。</translation>
    </message>
    <message>
        <source>The weights are of another architecture: %1 is %2 there and %3 here.</source>
        <translation>权重属于另一种结构：%1 那里是 %2，这里是 %3。</translation>
    </message>
    <message>
        <source>The pictures were not read to the end.</source>
        <translation>图片没有全部读完。</translation>
    </message>
    <message>
        <source>“%1” is a file, not a folder.</source>
        <translation>“%1”是文件，不是文件夹。</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder, or a name that ends in .png.</source>
        <translation>请选择新的或空的文件夹，或以 .png 结尾的名称。</translation>
    </message>
    <message>
        <source>Name a file inside it.</source>
        <translation>请指定其中的一个文件。</translation>
    </message>
    <message>
        <source>“%1” is a part of a run and is not overwritten.</source>
        <translation>“%1”属于一次训练，不会被覆盖。</translation>
    </message>
    <message>
        <source>Choose another name or another folder.</source>
        <translation>请选择其他名称或其他文件夹。</translation>
    </message>
    <message>
        <source>“%1” ends neither in .png nor in .npy.</source>
        <translation>“%1”既不以 .png 也不以 .npy 结尾。</translation>
    </message>
    <message>
        <source>For a folder of pictures with this name put a slash behind it.</source>
        <translation>如果要用这个名称建立图片文件夹，请在末尾加一个斜杠。</translation>
    </message>
    <message>
        <source>The run “%1” is being trained right now.</source>
        <translation>“%1”正在训练中。</translation>
    </message>
    <message>
        <source>Stop it where it runs, or choose another folder.</source>
        <translation>请在运行它的地方停止它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>Training needs at least two pictures; of %1 there are %2 left for it.</source>
        <translation>训练至少需要两张图片；%1 张中只剩 %2 张可用。</translation>
    </message>
    <message>
        <source>A batch holds all %1 pictures that there are to train on.</source>
        <translation>一个批次就包含了全部 %1 张训练图片。</translation>
    </message>
    <message>
        <source>“%1” is a file; a run needs a folder.</source>
        <translation>“%1”是文件；一次训练需要文件夹。</translation>
    </message>
    <message>
        <source>A checkpoint was chosen, but no run that it belongs to.</source>
        <translation>选择了检查点，但没有选择它所属的训练。</translation>
    </message>
    <message>
        <source>Name the run to resume or to start from, or leave it out.</source>
        <translation>请指定要继续的或作为起点的训练，或不选检查点。</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 pictures/s</source>
        <translation>每秒 %1 张图片</translation>
    </message>
    <message>
        <source>Start again with a lower learning rate, or save more often.</source>
        <translation>请用更低的学习率重新开始，或更频繁地保存。</translation>
    </message>
    <message>
        <source>“%1” is there already, and it is no plot of Limner.</source>
        <translation>“%1”已存在，且不是 Limner 的曲线图。</translation>
    </message>
    <message>
        <source>Choose another name, or turn on Overwrite (--overwrite).</source>
        <translation>请另选名称，或启用“覆盖”（--overwrite）。</translation>
    </message>
    <message>
        <source>No run and no shipped model has the weights %1…</source>
        <translation>没有训练或自带模型的权重为 %1…</translation>
    </message>
    <message>
        <source>Put the run that made it into this project&apos;s folder “runs”.</source>
        <translation>请将生成它的训练放入此项目的“runs”文件夹。</translation>
    </message>
    <message>
        <source>Processor cores used for training, from the next start on; fewer train faster where other programs need them too.</source>
        <translation>训练所用的处理器核心数，下次启动时生效；其他程序也要用核心时，少用几个反而更快。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turns each picture by up to this angle, anew each time it is shown.</source>
        <translation>每次用到图片时随机旋转，最多为此角度。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Makes each picture larger or smaller by up to this share.</source>
        <translation>随机放大或缩小每张图片，最多为此比例。</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Moves each picture by up to this share of its side.</source>
        <translation>随机平移每张图片，最多为边长的此比例。</translation>
    </message>
    <message>
        <source>Direction %1</source>
        <translation>方向 %1</translation>
    </message>
    <message>
        <source>Dimension %1</source>
        <translation>维度 %1</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>起点数</translation>
    </message>
    <message>
        <source>From how many points the search begins at once; only models without an encoder need to search.</source>
        <translation>同时从多少个点开始搜索；只有没有编码器的模型才需要搜索。</translation>
    </message>
    <message>
        <source>How often each point is moved.</source>
        <translation>每个点移动多少次。</translation>
    </message>
    <message>
        <source>How far a point moves in one step; it falls to nothing at the end.</source>
        <translation>点每步移动多远；到最后降为零。</translation>
    </message>
    <message>
        <source>Feature weight</source>
        <translation>特征权重</translation>
    </message>
    <message>
        <source>How much the picture&apos;s features count beside its pixels, by the eye of the model&apos;s discriminator.</source>
        <translation>除像素外，图片特征占多大分量；特征以模型判别器所见为准。</translation>
    </message>
    <message>
        <source>The same seed begins at the same points.</source>
        <translation>相同的种子从相同的点开始。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The picture whose place among those of the model is looked for.</source>
        <translation>要在模型中寻找对应位置的图片。</translation>
    </message>
    <message>
        <source>The .json file of the latent; empty puts it into the project.</source>
        <translation>潜变量的 .json 文件；留空则放入项目。</translation>
    </message>
    <message>
        <source>Without discriminator</source>
        <translation>不含判别器</translation>
    </message>
    <message>
        <source>Leaves out the network that only judges: a smaller file, but pictures of your own are then looked for by their pixels alone.</source>
        <translation>略去只负责评判的网络：文件更小，但此后搜索自己的图片时只能比较像素。</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>What the model is called where it is listed.</source>
        <translation>模型在列表中显示的名称。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>简介</translation>
    </message>
    <message>
        <source>One sentence: what it makes and what it learned from.</source>
        <translation>一句话：它生成什么，从什么学来。</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Finds the point of a model whose picture is most like one of your own.</source>
        <translation>在模型中找到所生成图片与自己的图片最相似的点。</translation>
    </message>
    <message>
        <source>This model has no encoder.</source>
        <translation>此模型没有编码器。</translation>
    </message>
    <message>
        <source>Let Limner look for the picture instead; it takes some seconds.</source>
        <translation>请改由 Limner 搜索这张图片；需要几秒钟。</translation>
    </message>
    <message>
        <source>There is no direction %1: this model has %2.</source>
        <translation>没有方向 %1：此模型共有 %2 个方向。</translation>
    </message>
    <message>
        <source>There is no dimension %1: a point of this model has %2.</source>
        <translation>没有维度 %1：此模型的点共有 %2 个维度。</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Less keeps to the pictures that the model knows best, more makes stranger ones.</source>
        <translation>越小越接近模型最熟悉的图片，越大图片越奇特。</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>The numbers of a point, with commas between, instead of the seed.</source>
        <translation>点的各个数值，以逗号分隔，用来代替种子。</translation>
    </message>
    <message>
        <source>How far to go along each direction that was found in the model, such as 1:-1.2,4:0.9.</source>
        <translation>沿模型中找到的各个方向移动多远，例如 1:-1.2,4:0.9。</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>What is added to single numbers of the point, such as 7:0.5.</source>
        <translation>给点的个别数值加上多少，例如 7:0.5。</translation>
    </message>
    <message>
        <source>The model makes numbers that are not finite instead of a picture.</source>
        <translation>模型生成的不是图片，而是非有限的数值。</translation>
    </message>
    <message>
        <source>Choose an earlier checkpoint, or a lower learning rate.</source>
        <translation>请选择较早的检查点，或更低的学习率。</translation>
    </message>
    <message>
        <source>Count seeds up</source>
        <translation>种子递增</translation>
    </message>
    <message>
        <source>Each picture has a seed of its own, one more than the one before, so that it can be made again by itself.</source>
        <translation>每张图片有自己的种子，依次加一，因此可以单独重新生成。</translation>
    </message>
    <message>
        <source>Choose an earlier checkpoint, or a point nearer to the middle.</source>
        <translation>请选择较早的检查点，或更靠近中心的点。</translation>
    </message>
    <message>
        <source>The picture “%1” is damaged or cut off.</source>
        <translation>图片“%1”已损坏或不完整。</translation>
    </message>
    <message>
        <source>“%1” is not a picture that Limner can read, or has more than 100 megapixels.</source>
        <translation>“%1”不是 Limner 能读取的图片，或超过一亿像素。</translation>
    </message>
    <message>
        <source>Choose a PNG, JPEG, WebP, BMP, GIF or TIFF picture.</source>
        <translation>请选择 PNG、JPEG、WebP、BMP、GIF 或 TIFF 图片。</translation>
    </message>
    <message>
        <source>No picture was given.</source>
        <translation>没有给出图片。</translation>
    </message>
    <message>
        <source>Name the file of a picture.</source>
        <translation>请指定一个图片文件。</translation>
    </message>
    <message>
        <source>“%1” was trained in a way that this Limner does not know.</source>
        <translation>当前版本的 Limner 不认识“%1”的训练方式。</translation>
    </message>
    <message>
        <source>It may come from a newer version of Limner.</source>
        <translation>它可能来自更新版本的 Limner。</translation>
    </message>
    <message>
        <source>“%1” was changed, or put together by another program.</source>
        <translation>“%1”被改动过，或由其他程序拼成。</translation>
    </message>
    <message>
        <source>The file holds the weights of step %1, not of step %2.</source>
        <translation>文件中是第 %1 步的权重，不是第 %2 步的。</translation>
    </message>
    <message>
        <source>Leave the checkpoint out.</source>
        <translation>请不要指定检查点。</translation>
    </message>
    <message>
        <source>The file holds averaged weights only.</source>
        <translation>文件中只有平均权重。</translation>
    </message>
    <message>
        <source>The file holds no averaged weights.</source>
        <translation>文件中没有平均权重。</translation>
    </message>
    <message>
        <source>Choose the weights that it holds, or leave the choice out.</source>
        <translation>请选择文件中已有的权重，或不指定权重。</translation>
    </message>
    <message>
        <source>“%1” does not say how its model was trained.</source>
        <translation>“%1”没有说明其模型是如何训练的。</translation>
    </message>
    <message>
        <source>The training run, or the file of exported weights, whose model is used.</source>
        <translation>所用模型来自哪次训练，或哪个导出的权重文件。</translation>
    </message>
    <message>
        <source>“%1” is not a number of a direction and a distance along it.</source>
        <translation>“%1”不是方向编号及沿该方向的距离。</translation>
    </message>
    <message>
        <source>Write NUMBER:DISTANCE with commas between, such as 1:-1.2,4:0.9; numbers start at 1.</source>
        <translation>请写成 编号:距离，以逗号分隔，例如 1:-1.2,4:0.9；编号从 1 开始。</translation>
    </message>
    <message>
        <source>“%1” is not a number of a point.</source>
        <translation>“%1”不能作为点的数值。</translation>
    </message>
    <message>
        <source>A point is numbers with commas between, such as 0.25,-1.5.</source>
        <translation>点由以逗号分隔的数值组成，例如 0.25,-1.5。</translation>
    </message>
    <message>
        <source>Direction %1 is given twice.</source>
        <translation>方向 %1 给出了两次。</translation>
    </message>
    <message>
        <source>Give each direction one distance.</source>
        <translation>请为每个方向只给出一个距离。</translation>
    </message>
    <message>
        <source>Key %1 is at %2 s, outside of the time line of %3 s.</source>
        <translation>关键帧 %1 位于 %2 秒，超出了 %3 秒的时间线。</translation>
    </message>
    <message>
        <source>Move the key, or make the time line longer.</source>
        <translation>请移动关键帧，或延长时间线。</translation>
    </message>
    <message>
        <source>Two keys are at %1 s, so that nothing can be between them.</source>
        <translation>两个关键帧同在 %1 秒处，它们之间无法过渡。</translation>
    </message>
    <message>
        <source>Move or delete one of them.</source>
        <translation>请移动或删除其中一个。</translation>
    </message>
    <message>
        <source>The keys are out of order: %1 s stands after %2 s.</source>
        <translation>关键帧顺序有误：%1 秒排在 %2 秒之后。</translation>
    </message>
    <message>
        <source>List the keys in order of time.</source>
        <translation>请按时间顺序列出关键帧。</translation>
    </message>
    <message>
        <source>There is no easing “%1”.</source>
        <translation>没有缓动方式“%1”。</translation>
    </message>
    <message>
        <source>There is no path “%1”.</source>
        <translation>没有路径类型“%1”。</translation>
    </message>
    <message>
        <source>A time line cannot be %1 s long.</source>
        <translation>时间线的时长不能是 %1 秒。</translation>
    </message>
    <message>
        <source>It takes 0.1 to 3600 seconds.</source>
        <translation>应为 0.1 至 3600 秒。</translation>
    </message>
    <message>
        <source>A time line cannot have %1 frames a second.</source>
        <translation>时间线的帧率不能是每秒 %1 帧。</translation>
    </message>
    <message>
        <source>It has 1 to 120.</source>
        <translation>应为 1 至 120。</translation>
    </message>
    <message>
        <source>The time line has no keys.</source>
        <translation>时间线上没有关键帧。</translation>
    </message>
    <message>
        <source>Add at least two, so that there is a way to go.</source>
        <translation>请至少添加两个，才能形成路径。</translation>
    </message>
    <message>
        <source>The time line has one key only.</source>
        <translation>时间线上只有一个关键帧。</translation>
    </message>
    <message>
        <source>Add a second one, so that there is a way to go.</source>
        <translation>请再添加一个，才能形成路径。</translation>
    </message>
    <message>
        <source>There is no picture to draw axes around.</source>
        <translation>没有可以加坐标轴的图片。</translation>
    </message>
    <message>
        <source>“%1” is one picture, and the render makes many.</source>
        <translation>“%1”是一张图片，而渲染会生成许多张。</translation>
    </message>
    <message>
        <source>End it in one of %1, name a folder, or choose one frame; for a folder with this name put a slash behind it.</source>
        <translation>请以 %1 之一结尾，或指定文件夹，或只选一帧；若要用这个名字的文件夹，请在末尾加斜杠。</translation>
    </message>
    <message>
        <source>One frame makes no movie “%1”.</source>
        <translation>一帧不能构成影片“%1”。</translation>
    </message>
    <message>
        <source>End it in .png, or render all frames.</source>
        <translation>请以 .png 结尾，或渲染全部帧。</translation>
    </message>
    <message>
        <source>Choose a folder, or end it in one of %1.</source>
        <translation>请选择文件夹，或以 %1 之一结尾。</translation>
    </message>
    <message>
        <source>“%1” ends like nothing that can be rendered.</source>
        <translation>“%1”的扩展名不是可以渲染的格式。</translation>
    </message>
    <message>
        <source>Movies end in %1; for a folder of pictures with this name put a slash behind it.</source>
        <translation>影片以 %1 结尾；若要用这个名字的图片文件夹，请在末尾加斜杠。</translation>
    </message>
    <message>
        <source>The folder %1 holds something else than frames of this render.</source>
        <translation>文件夹 %1 中有不属于这次渲染的内容。</translation>
    </message>
    <message>
        <source>“%1” is not a seed.</source>
        <translation>“%1”不是种子。</translation>
    </message>
    <message>
        <source>Give whole numbers from 0 with commas between, such as 1,2,3.</source>
        <translation>请给出从 0 起的整数，用逗号分隔，例如 1,2,3。</translation>
    </message>
    <message>
        <source>There is one seed only.</source>
        <translation>只有一个种子。</translation>
    </message>
    <message>
        <source>Give at least two, so that there is a way to go.</source>
        <translation>请至少给出两个，这样才有路径。</translation>
    </message>
    <message>
        <source>The seed of the picture at this end.</source>
        <translation>这一端图片的种子。</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>途径</translation>
    </message>
    <message>
        <source>From seed</source>
        <translation>起始种子</translation>
    </message>
    <message>
        <source>To seed</source>
        <translation>结束种子</translation>
    </message>
    <message>
        <source>Through seeds</source>
        <translation>途经种子</translation>
    </message>
    <message>
        <source>Several seeds with commas between; replaces from and to.</source>
        <translation>多个种子，用逗号分隔；代替起始和结束种子。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>How to go from one to the next.</source>
        <translation>怎样从一个走到下一个。</translation>
    </message>
    <message>
        <source>Spherical</source>
        <translation>球面</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Spline through all</source>
        <translation>穿过全部的样条</translation>
    </message>
    <message>
        <source>How many pictures to make, those of the ends among them.</source>
        <translation>生成多少张图片，包括两端。</translation>
    </message>
    <message>
        <source>Key %1 of the time line: %2</source>
        <translation>时间线的第 %1 个关键帧：%2</translation>
    </message>
    <message>
        <source>No time line was given.</source>
        <translation>没有给出时间线。</translation>
    </message>
    <message>
        <source>Name a .json file, or give the JSON itself.</source>
        <translation>请指定 .json 文件，或直接给出 JSON。</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>插值</translation>
    </message>
    <message>
        <source>Makes a strip of pictures on the way from one seed to another.</source>
        <translation>生成从一个种子到另一个种子途中的一条图片。</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Draws every frame of a time line into a movie or a folder of pictures.</source>
        <translation>把时间线的每一帧画成影片或图片文件夹。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Makes a grid of pictures over ranges of two parameters.</source>
        <translation>在两个参数的范围内生成图片网格。</translation>
    </message>
    <message>
        <source>Frame %1 cannot be shown: %2</source>
        <translation>第 %1 帧无法显示：%2</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>The keys and what is between them: a .json file, or the JSON itself.</source>
        <translation>关键帧及其间的内容：.json 文件，或 JSON 本身。</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>One frame by its number, from 1; 0 renders all.</source>
        <translation>按编号只渲染一帧，从 1 起；0 表示全部。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Of MP4, WebM and WebP: 100 is the best (and lossless in a WebP), less makes smaller files.</source>
        <translation>用于 MP4、WebM 和 WebP：100 最好（WebP 为无损），越小文件越小。</translation>
    </message>
    <message>
        <source>A movie that ends in .mp4, .webm, .gif or .webp, else a folder of PNG pictures; empty puts an MP4 into the project.</source>
        <translation>以 .mp4、.webm、.gif 或 .webp 结尾的影片，否则为 PNG 图片文件夹；留空则在项目中生成 MP4。</translation>
    </message>
    <message>
        <source>The time line has no frame %1.</source>
        <translation>时间线没有第 %1 帧。</translation>
    </message>
    <message>
        <source>Its last one is %1.</source>
        <translation>最后一帧是第 %1 帧。</translation>
    </message>
    <message>
        <source>Side of the picture; 0 leaves it as the model makes it.</source>
        <translation>图片边长；0 表示保持模型生成的大小。</translation>
    </message>
    <message>
        <source>as the model</source>
        <translation>同模型</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>How small pictures become large ones.</source>
        <translation>小图片怎样放大。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Nearest: each pixel a square</source>
        <translation>最近邻：每个像素一个方块</translation>
    </message>
    <message>
        <source>A job of the kind “%1” has no picture to show.</source>
        <translation>“%1”类任务没有可显示的图片。</translation>
    </message>
    <message>
        <source>Make a sweep of sample.</source>
        <translation>请对 sample 做扫描。</translation>
    </message>
    <message>
        <source>The pictures of this sweep differ in size.</source>
        <translation>这次扫描的图片大小不一。</translation>
    </message>
    <message>
        <source>Go over parameters that leave the size as it is.</source>
        <translation>请选择不改变大小的参数。</translation>
    </message>
    <message>
        <source>The value at this end.</source>
        <translation>这一端的值。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>格数</translation>
    </message>
    <message>
        <source>How many pictures along this axis.</source>
        <translation>沿这个轴有多少张图片。</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>The kind of job that makes each cell.</source>
        <translation>生成每一格的任务类型。</translation>
    </message>
    <message>
        <source>The model; replaces the one of the base.</source>
        <translation>模型；代替基础配方中的模型。</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基础</translation>
    </message>
    <message>
        <source>The values that all cells share: JSON, or a .json or .png file that holds a recipe; empty takes the standard ones.</source>
        <translation>所有格共用的值：JSON，或含有配方的 .json 或 .png 文件；留空用默认值。</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>The PNG to write; empty puts it into the project.</source>
        <translation>要写入的 PNG；留空则放入项目。</translation>
    </message>
    <message>
        <source>“%1” does not end in .png.</source>
        <translation>“%1”不以 .png 结尾。</translation>
    </message>
    <message>
        <source>A sweep is one PNG picture.</source>
        <translation>扫描图是一张 PNG 图片。</translation>
    </message>
    <message>
        <source>The base is a recipe of “%1”, not of “%2”.</source>
        <translation>基础是“%1”的配方，不是“%2”的。</translation>
    </message>
    <message>
        <source>Name that kind, or choose another base.</source>
        <translation>请指定该类型，或选择别的基础。</translation>
    </message>
    <message>
        <source>The value of “%1” in the base is not what it should be.</source>
        <translation>基础中“%1”的值不合要求。</translation>
    </message>
    <message>
        <source>It is a number, a text, true or false.</source>
        <translation>它应是数字、文字、true 或 false。</translation>
    </message>
    <message>
        <source>A sweep cannot be made of “%1”.</source>
        <translation>不能对“%1”做扫描。</translation>
    </message>
    <message>
        <source>It is made of a kind of job, such as sample.</source>
        <translation>扫描针对一种任务，例如 sample。</translation>
    </message>
    <message>
        <source>A sweep needs one parameter to go over, or two different ones.</source>
        <translation>扫描需要一个参数，或两个不同的参数。</translation>
    </message>
    <message>
        <source>Name them as x and y, such as truncation or directions.1.</source>
        <translation>用 x 和 y 指定，例如 truncation 或 directions.1。</translation>
    </message>
    <message>
        <source>“%1” could not be put together (%2).</source>
        <translation>“%1”无法合成（%2）。</translation>
    </message>
    <message>
        <source>Try another file ending.</source>
        <translation>请换一种扩展名。</translation>
    </message>
    <message>
        <source>There is not enough memory to encode %1.</source>
        <translation>内存不足，无法编码 %1。</translation>
    </message>
    <message>
        <source>Make the movie smaller, or close other programs.</source>
        <translation>请减小影片，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The encoder of %1 failed (%2).</source>
        <translation>%1 的编码器失败（%2）。</translation>
    </message>
    <message>
        <source>Choose another of the file endings %1.</source>
        <translation>请另选一种扩展名：%1。</translation>
    </message>
    <message>
        <source>“%1” does not end like a movie.</source>
        <translation>“%1”的扩展名不是影片。</translation>
    </message>
    <message>
        <source>Movies end in %1.</source>
        <translation>影片以 %1 结尾。</translation>
    </message>
    <message>
        <source>The FFmpeg libraries here cannot write %1: they lack “%2”.</source>
        <translation>这里的 FFmpeg 库无法写入 %1：缺少“%2”。</translation>
    </message>
    <message>
        <source>These endings work: %1.</source>
        <translation>可用的扩展名：%1。</translation>
    </message>
    <message>
        <source>A movie cannot have %1×%2 pixels.</source>
        <translation>影片不能是 %1×%2 像素。</translation>
    </message>
    <message>
        <source>The largest side is %1 pixels.</source>
        <translation>最大边长为 %1 像素。</translation>
    </message>
    <message>
        <source>%1 needs even sizes, not %2×%3 pixels.</source>
        <translation>%1 需要偶数边长，而不是 %2×%3 像素。</translation>
    </message>
    <message>
        <source>Make it one pixel larger.</source>
        <translation>请加大一个像素。</translation>
    </message>
    <message>
        <source>%1 shows up to %2 frames a second, not %3.</source>
        <translation>%1 每秒最多 %2 帧，而不是 %3 帧。</translation>
    </message>
    <message>
        <source>Lower the rate of the time line, or choose another file ending.</source>
        <translation>请降低时间线的帧率，或换一种扩展名。</translation>
    </message>
    <message>
        <source>The encoder of GIF wrote something unexpected.</source>
        <translation>GIF 编码器写出了意外的内容。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it is no stretch of a movie.</source>
        <translation>“%1”已损坏：它不是影片的片段。</translation>
    </message>
    <message>
        <source>The movie is larger than a WebP can be (4 GiB).</source>
        <translation>影片超过了 WebP 的上限（4 GiB）。</translation>
    </message>
    <message>
        <source>Lower its size or quality, or choose another file ending.</source>
        <translation>请减小尺寸或质量，或换一种扩展名。</translation>
    </message>
    <message>
        <source>A time line has nothing named “%1”.</source>
        <translation>时间线没有名为“%1”的内容。</translation>
    </message>
    <message>
        <source>It is a number.</source>
        <translation>它应是数字。</translation>
    </message>
    <message>
        <source>It is a whole number.</source>
        <translation>它应是整数。</translation>
    </message>
    <message>
        <source>It is true or false.</source>
        <translation>它应是 true 或 false。</translation>
    </message>
    <message>
        <source>It is an object: {…}.</source>
        <translation>它应是对象：{…}。</translation>
    </message>
    <message>
        <source>Key %1 of the time line is no JSON object.</source>
        <translation>时间线的第 %1 个关键帧不是 JSON 对象。</translation>
    </message>
    <message>
        <source>A key looks like {&quot;at&quot;:0,&quot;place&quot;:{&quot;seed&quot;:1}}.</source>
        <translation>关键帧的形式为 {&quot;at&quot;:0,&quot;place&quot;:{&quot;seed&quot;:1}}。</translation>
    </message>
    <message>
        <source>“%1” of key %2 is missing or not what it should be.</source>
        <translation>第 %2 个关键帧的“%1”缺失或不合要求。</translation>
    </message>
    <message>
        <source>It is the time of the key in seconds.</source>
        <translation>它是关键帧的时间，以秒为单位。</translation>
    </message>
    <message>
        <source>The time line has %1 keys.</source>
        <translation>时间线有 %1 个关键帧。</translation>
    </message>
    <message>
        <source>It takes up to %1.</source>
        <translation>最多 %1 个。</translation>
    </message>
    <message>
        <source>It looks like {&quot;schema&quot;:1,&quot;keys&quot;:[{&quot;at&quot;:0,&quot;place&quot;:{&quot;seed&quot;:1}},…]}.</source>
        <translation>它的形式为 {&quot;schema&quot;:1,&quot;keys&quot;:[{&quot;at&quot;:0,&quot;place&quot;:{&quot;seed&quot;:1}},…]}。</translation>
    </message>
    <message>
        <source>The time line is not valid JSON.</source>
        <translation>时间线不是有效的 JSON。</translation>
    </message>
    <message>
        <source>The time line is no JSON object.</source>
        <translation>时间线不是 JSON 对象。</translation>
    </message>
    <message>
        <source>“%1” of the time line is missing or not what it should be.</source>
        <translation>时间线的“%1”缺失或不合要求。</translation>
    </message>
    <message>
        <source>It is 1 for the time lines of this version.</source>
        <translation>这个版本的时间线为 1。</translation>
    </message>
    <message>
        <source>The time line was written by a newer version of Limner.</source>
        <translation>时间线由更新版本的 Limner 写成。</translation>
    </message>
    <message>
        <source>It is a list: [{&quot;at&quot;:0,&quot;place&quot;:{…}},…].</source>
        <translation>它应是列表：[{&quot;at&quot;:0,&quot;place&quot;:{…}},…]。</translation>
    </message>
    <message>
        <source>There is no number “%1” to go over.</source>
        <translation>没有可以扫描的数值“%1”。</translation>
    </message>
    <message>
        <source>An axis cannot have %1 cells.</source>
        <translation>一个轴不能有 %1 格。</translation>
    </message>
    <message>
        <source>It has 1 to %1.</source>
        <translation>它有 1 到 %1 格。</translation>
    </message>
    <message>
        <source>The ends of an axis are numbers.</source>
        <translation>轴的两端应是数字。</translation>
    </message>
    <message>
        <source>Give both, such as -3 and 3.</source>
        <translation>请两端都给出，例如 -3 和 3。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk.</source>
        <translation>请选择其他文件夹，或腾出磁盘空间。</translation>
    </message>
    <message>
        <source>“%1” is no format that pictures can be saved in here.</source>
        <translation>“%1”不是这里可以保存图片的格式。</translation>
    </message>
    <message>
        <source>Use png, jpg, webp or tif.</source>
        <translation>请使用 png、jpg、webp 或 tif。</translation>
    </message>
    <message>
        <source>The picture %1 cannot be opened.</source>
        <translation>无法打开图片 %1。</translation>
    </message>
    <message>
        <source>It may have been moved or taken away. Choose it again.</source>
        <translation>它可能已被移动或删除。请重新选择。</translation>
    </message>
    <message>
        <source>The connection to %1 was lost (%2).</source>
        <translation>与 %1 的连接中断（%2）。</translation>
    </message>
    <message>
        <source>Try again when it is back.</source>
        <translation>等它恢复后再试。</translation>
    </message>
    <message>
        <source>What has come is kept; it goes on from there.</source>
        <translation>已收到的部分会保留，之后从那里继续。</translation>
    </message>
    <message>
        <source>%1 does not give this file (%2).</source>
        <translation>%1 不提供这个文件（%2）。</translation>
    </message>
    <message>
        <source>Fetch it by other means, then import it.</source>
        <translation>请用其他方式取得，再导入。</translation>
    </message>
    <message>
        <source>limner-cli library takes list, import FILE…, remove ID… or verify [ID…].</source>
        <translation>limner-cli library 可接 list、import 文件…、remove 编号… 或 verify [编号…]。</translation>
    </message>
    <message>
        <source>Title and licence are given with limner-cli import --file FILE.</source>
        <translation>标题和许可证由 limner-cli import --file 文件 给出。</translation>
    </message>
    <message>
        <source>Qt has no writer for %1 pictures here.</source>
        <translation>Qt 在这里不能写 %1 图片。</translation>
    </message>
    <message>
        <source>The picture could not be encoded as %1.</source>
        <translation>图片无法编码为 %1。</translation>
    </message>
    <message>
        <source>A direction needs pictures in both groups.</source>
        <translation>一个方向需要两组都有图片。</translation>
    </message>
    <message>
        <source>Mark at least one as A and one as B; five of each say more.</source>
        <translation>至少把一张标为 A、一张标为 B；各五张更有说服力。</translation>
    </message>
    <message>
        <source>The points of the two groups have different sizes.</source>
        <translation>两组的点大小不同。</translation>
    </message>
    <message>
        <source>Mark pictures of one model.</source>
        <translation>请标记同一个模型的图片。</translation>
    </message>
    <message>
        <source>The two groups have the same middle: nothing leads from A to B.</source>
        <translation>两组的中心相同：没有从 A 到 B 的方向。</translation>
    </message>
    <message>
        <source>Mark other pictures.</source>
        <translation>请标记其他图片。</translation>
    </message>
    <message>
        <source>No plane tells the two groups apart.</source>
        <translation>没有平面能分开这两组。</translation>
    </message>
    <message>
        <source>Mark more pictures, or take the mean difference.</source>
        <translation>请标记更多图片，或改用均值差。</translation>
    </message>
    <message>
        <source>“%1” is not a distance and a direction.</source>
        <translation>“%1”不是一个距离和一个方向。</translation>
    </message>
    <message>
        <source>Write DISTANCE*NUMBERS, such as 1.5*0.25,-1,0.5.</source>
        <translation>请写成 距离*数字，例如 1.5*0.25,-1,0.5。</translation>
    </message>
    <message>
        <source>Own directions</source>
        <translation>自己的方向</translation>
    </message>
    <message>
        <source>How far to go along directions that are given by their numbers, such as 1.5*0.25,-1,0.5; more of them with semicolons between.</source>
        <translation>沿着以数字给出的方向走多远，例如 1.5*0.25,-1,0.5；多个之间用分号隔开。</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Replaces a file that Limner did not make or does not know again; what it made itself is replaced in any case.</source>
        <translation>替换不是 Limner 做的或它认不出的文件；它自己做的总会被替换。</translation>
    </message>
    <message>
        <source>“%1” is there already, and it was not made by Limner.</source>
        <translation>“%1”已经存在，而且不是 Limner 做的。</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>风格化</translation>
    </message>
    <message>
        <source>Makes a picture in the manner of others.</source>
        <translation>按其他图片的手法作一张图片。</translation>
    </message>
    <message>
        <source>“%1” is not what was saved at step %2: its curves may be wrong. The weights are whole, and the run goes on.</source>
        <translation>“%1”与第 %2 步保存时不同：曲线可能有误。权重完好，训练继续。</translation>
    </message>
    <message>
        <source>“%1” is damaged in a way that stopped its reader.</source>
        <translation>“%1”已损坏，连读取程序也因此停止。</translation>
    </message>
    <message>
        <source>Nothing was run or kept.</source>
        <translation>没有运行或保留任何东西。</translation>
    </message>
    <message>
        <source>“%1” was refused. %2</source>
        <translation>“%1”被拒绝。%2</translation>
    </message>
    <message>
        <source>“%1” is not the file that was asked for: its SHA-256 is %2…, not %3….</source>
        <translation>“%1”不是所要的文件：它的 SHA-256 是 %2…，不是 %3…。</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>请重新获取。</translation>
    </message>
    <message>
        <source>The program limner-pth, which reads files of PyTorch, is missing.</source>
        <translation>缺少读取 PyTorch 文件的程序 limner-pth。</translation>
    </message>
    <message>
        <source>Install Limner again, or convert the file to safetensors.</source>
        <translation>请重新安装 Limner，或把文件转换为 safetensors。</translation>
    </message>
    <message>
        <source>Weights as safetensors or as a .pth of PyTorch; nothing in it is run.</source>
        <translation>safetensors 或 PyTorch 的 .pth 权重；其中的任何东西都不会运行。</translation>
    </message>
    <message>
        <source>What it is called where it is listed; empty takes the name of the network or file.</source>
        <translation>列表中的名称；留空则取网络或文件的名称。</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Under which the weights may be used, if you know it.</source>
        <translation>如果知道，写明这些权重可以在什么许可下使用。</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>How the hash of the file must begin; empty takes any.</source>
        <translation>文件的哈希必须以此开头；留空则不检查。</translation>
    </message>
    <message>
        <source>“%1” is not a file.</source>
        <translation>“%1”不是文件。</translation>
    </message>
    <message>
        <source>Choose a .safetensors or a .pth file (--file).</source>
        <translation>请选择 .safetensors 或 .pth 文件（--file）。</translation>
    </message>
    <message>
        <source>There is no imported network “%1”.</source>
        <translation>没有名为“%1”的已导入网络。</translation>
    </message>
    <message>
        <source>limner-cli library list shows those that are here.</source>
        <translation>limner-cli library list 会列出已有的网络。</translation>
    </message>
    <message>
        <source>“%1” is not what was imported: its hash is another.</source>
        <translation>“%1”不是导入时的样子：哈希不同。</translation>
    </message>
    <message>
        <source>Remove it and import it again.</source>
        <translation>请删除它，再重新导入。</translation>
    </message>
    <message>
        <source>“%1” could not be removed.</source>
        <translation>无法删除“%1”。</translation>
    </message>
    <message>
        <source>Check the permissions of its folder.</source>
        <translation>请检查所在文件夹的权限。</translation>
    </message>
    <message>
        <source>“%1” could not be started.</source>
        <translation>无法启动“%1”。</translation>
    </message>
    <message>
        <source>“%1” holds %2 tensors (%3, …) that fit no network Limner knows.</source>
        <translation>“%1”中有 %2 个张量（%3 等），不属于 Limner 认识的任何网络。</translation>
    </message>
    <message>
        <source>“%1” has only %2×%3 pixels; at least %4×%4 are needed.</source>
        <translation>“%1”只有 %2×%3 像素，至少需要 %4×%4。</translation>
    </message>
    <message>
        <source>Choose a larger picture.</source>
        <translation>请选择更大的图片。</translation>
    </message>
    <message>
        <source>“%1” with its %2×%3 pixels would become only %4×%5 pixels.</source>
        <translation>%2×%3 像素的“%1”会变得只有 %4×%5 像素。</translation>
    </message>
    <message>
        <source>Crop the picture, or choose a larger size.</source>
        <translation>请裁剪图片，或选择更大的尺寸。</translation>
    </message>
    <message>
        <source>“%1” does not hold the weights of a feature network.</source>
        <translation>“%1”中没有特征网络的权重。</translation>
    </message>
    <message>
        <source>SqueezeNet 1.1, VGG-16 and VGG-19 with torchvision&apos;s names are known.</source>
        <translation>可用的是带 torchvision 名称的 SqueezeNet 1.1、VGG-16 和 VGG-19。</translation>
    </message>
    <message>
        <source>a fast style network (lengstrom)</source>
        <translation>一个快速风格网络（lengstrom）</translation>
    </message>
    <message>
        <source>a fast style network (pytorch/examples)</source>
        <translation>一个快速风格网络（pytorch/examples）</translation>
    </message>
    <message>
        <source>There are no pictures in the folder %1.</source>
        <translation>文件夹 %1 中没有图片。</translation>
    </message>
    <message>
        <source>The weights of %1 are not installed.</source>
        <translation>没有安装 %1 的权重。</translation>
    </message>
    <message>
        <source>tile %1 of %2</source>
        <translation>第 %1 块，共 %2 块</translation>
    </message>
    <message>
        <source>There is not enough memory for pieces of %1 px: they become %2 px.</source>
        <translation>内存不足以处理 %1 像素的块：改为 %2 像素。</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size.</source>
        <translation>内存不足以处理这么大的图片。</translation>
    </message>
    <message>
        <source>Choose a smaller size, or close other programs.</source>
        <translation>请选择更小的尺寸，或关闭其他程序。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Second style</source>
        <translation>第二种风格</translation>
    </message>
    <message>
        <source>Third style</source>
        <translation>第三种风格</translation>
    </message>
    <message>
        <source>Fourth style</source>
        <translation>第四种风格</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight of the second</source>
        <translation>第二种的权重</translation>
    </message>
    <message>
        <source>Weight of the third</source>
        <translation>第三种的权重</translation>
    </message>
    <message>
        <source>Weight of the fourth</source>
        <translation>第四种的权重</translation>
    </message>
    <message>
        <source>A picture whose manner the result takes on.</source>
        <translation>结果将采用其手法的图片。</translation>
    </message>
    <message>
        <source>How much this style counts beside the others.</source>
        <translation>这种风格相对于其他风格的分量。</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the style gets into the picture.</source>
        <translation>风格如何进入图片。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Whose colours the result has.</source>
        <translation>结果采用谁的颜色。</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>风格的</translation>
    </message>
    <message>
        <source>Of the content</source>
        <translation>内容的</translation>
    </message>
    <message>
        <source>Only light and dark change; every colour stays in its place.</source>
        <translation>只有明暗改变，每种颜色都留在原处。</translation>
    </message>
    <message>
        <source>Palette of the content</source>
        <translation>内容的调色板</translation>
    </message>
    <message>
        <source>The content&apos;s colours in the content&apos;s amounts.</source>
        <translation>内容的颜色，用量也与内容相同。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>0 leaves the content as it is, 1 is as much style as the method can.</source>
        <translation>0 保持内容原样，1 是该方法所能给出的最多风格。</translation>
    </message>
    <message>
        <source>The longest side of the result.</source>
        <translation>结果最长的一边。</translation>
    </message>
    <message>
        <source>The same seed makes the same picture.</source>
        <translation>相同的种子得到相同的图片。</translation>
    </message>
    <message>
        <source>A grey picture of any size: white is stylised, black stays as it is. Empty: all of the picture.</source>
        <translation>任意大小的灰度图片：白色处风格化，黑色处保持原样。留空：整张图片。</translation>
    </message>
    <message>
        <source>Feather</source>
        <translation>羽化</translation>
    </message>
    <message>
        <source>How soft the edge of the region is, towards its inside.</source>
        <translation>区域边缘向内柔化多少。</translation>
    </message>
    <message>
        <source>Large pictures</source>
        <translation>大图片</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>Networks work on larger pictures in pieces with this side; patches need none.</source>
        <translation>网络把更大的图片分成这种边长的块处理；图块法不需要。</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>How far neighbouring pieces lie over each other.</source>
        <translation>相邻的块彼此重叠多少。</translation>
    </message>
    <message>
        <source>Go on from</source>
        <translation>继续自</translation>
    </message>
    <message>
        <source>A former result to go on from; empty begins anew.</source>
        <translation>从先前的结果继续；留空则重新开始。</translation>
    </message>
    <message>
        <source>A .png, .jpg, .webp or .tif file, or a folder for a folder of contents; empty puts it into the project.</source>
        <translation>.png、.jpg、.webp 或 .tif 文件；内容是文件夹时为文件夹；留空则放进项目。</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The picture to stylise, or a folder of pictures.</source>
        <translation>要风格化的图片，或一个图片文件夹。</translation>
    </message>
    <message>
        <source>No content was given.</source>
        <translation>没有给出内容。</translation>
    </message>
    <message>
        <source>Choose the picture that should be stylised.</source>
        <translation>请选择要风格化的图片。</translation>
    </message>
    <message>
        <source>No style was given.</source>
        <translation>没有给出风格。</translation>
    </message>
    <message>
        <source>Choose a picture whose manner the result should take on, with a weight above 0.</source>
        <translation>请选择一张图片作为风格，权重大于 0。</translation>
    </message>
    <message>
        <source>level %1 of %2</source>
        <translation>第 %1 级，共 %2 级</translation>
    </message>
    <message>
        <source>Neural style</source>
        <translation>神经风格</translation>
    </message>
    <message>
        <source>What the picture is before the first step.</source>
        <translation>第一步之前图片是什么样子。</translation>
    </message>
    <message>
        <source>The content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>The style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Style loss</source>
        <translation>风格损失</translation>
    </message>
    <message>
        <source>What of the style&apos;s features is taken over.</source>
        <translation>采用风格特征的哪一方面。</translation>
    </message>
    <message>
        <source>More steps come nearer to the style.</source>
        <translation>步数越多越接近风格。</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>级数</translation>
    </message>
    <message>
        <source>From how many sizes the picture grows; each doubles its side. More give larger strokes.</source>
        <translation>图片从多少种尺寸长大；每级边长加倍。越多笔触越大。</translation>
    </message>
    <message>
        <source>Content weight</source>
        <translation>内容权重</translation>
    </message>
    <message>
        <source>How much the shapes of the content count.</source>
        <translation>内容的形状占多少分量。</translation>
    </message>
    <message>
        <source>Style weight</source>
        <translation>风格权重</translation>
    </message>
    <message>
        <source>How much the manner of the style counts.</source>
        <translation>风格的手法占多少分量。</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>How much differences of neighbouring pixels are held down.</source>
        <translation>压低相邻像素差异的程度。</translation>
    </message>
    <message>
        <source>Content layers</source>
        <translation>内容层</translation>
    </message>
    <message>
        <source>Deeper layers keep less of the content&apos;s details.</source>
        <translation>越深的层保留的内容细节越少。</translation>
    </message>
    <message>
        <source>Style layers</source>
        <translation>风格层</translation>
    </message>
    <message>
        <source>Early layers take over colours and strokes, deep ones shapes; a weight may follow a colon.</source>
        <translation>浅层采用颜色和笔触，深层采用形状；冒号后可写权重。</translation>
    </message>
    <message>
        <source>Moves pixels until a feature network sees the style in them; the most faithful.</source>
        <translation>移动像素，直到特征网络在其中看到该风格；最忠实。</translation>
    </message>
    <message>
        <source>Gram matrices</source>
        <translation>Gram 矩阵</translation>
    </message>
    <message>
        <source>Which features occur together: Gatys&apos; original. Fast, and faithful to brush strokes.</source>
        <translation>哪些特征一起出现：Gatys 的原方法。快，笔触忠实。</translation>
    </message>
    <message>
        <source>Sliced transport</source>
        <translation>切片传输</translation>
    </message>
    <message>
        <source>The whole distribution of features, seen from random directions. Slower, and truer to colours.</source>
        <translation>从随机方向看特征的整个分布。较慢，颜色更准。</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>How often each value of each feature occurs. Loose: shapes of the content stay clear.</source>
        <translation>每个特征的每个值出现的频率。较松：内容的形状保持清晰。</translation>
    </message>
    <message>
        <source>The results of a folder of pictures go into a folder.</source>
        <translation>一个文件夹的图片，其结果放进一个文件夹。</translation>
    </message>
    <message>
        <source>“%1” does not end in .png, .jpg, .webp or .tif.</source>
        <translation>“%1”不以 .png、.jpg、.webp 或 .tif 结尾。</translation>
    </message>
    <message>
        <source>The ending says in which format the picture is written.</source>
        <translation>结尾决定图片写成什么格式。</translation>
    </message>
    <message>
        <source>A %1 file has no transparency: what was transparent is white.</source>
        <translation>%1 文件没有透明度：透明处变成白色。</translation>
    </message>
    <message>
        <source>A %1 file cannot carry its recipe; a .png file does.</source>
        <translation>%1 文件不能携带配方；.png 文件可以。</translation>
    </message>
    <message>
        <source>The model “%1” has no encoder.</source>
        <translation>模型“%1”没有编码器。</translation>
    </message>
    <message>
        <source>Choose the run of a variational autoencoder.</source>
        <translation>请选择一个变分自编码器的训练。</translation>
    </message>
    <message>
        <source>By a trained model</source>
        <translation>用训练过的模型</translation>
    </message>
    <message>
        <source>Mixes content and style inside of a model of your own that has an encoder.</source>
        <translation>在您自己的、带编码器的模型内部混合内容与风格。</translation>
    </message>
    <message>
        <source>“%1” is not a layer with a weight.</source>
        <translation>“%1”不是一个带权重的层。</translation>
    </message>
    <message>
        <source>Write layers like this: relu1, fire2:0.5, fire3.</source>
        <translation>请这样写层：relu1, fire2:0.5, fire3。</translation>
    </message>
    <message>
        <source>Feature network</source>
        <translation>特征网络</translation>
    </message>
    <message>
        <source>The network through which pictures are looked at.</source>
        <translation>用来观看图片的网络。</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>它的权重</translation>
    </message>
    <message>
        <source>%1 has no layer “%2”.</source>
        <translation>%1 没有名为“%2”的层。</translation>
    </message>
    <message>
        <source>Its layers are %1.</source>
        <translation>它的层有 %1。</translation>
    </message>
    <message>
        <source>The picture is too small for the layer %1: no side may be below %2 pixels.</source>
        <translation>图片对层 %1 来说太小：每边至少 %2 像素。</translation>
    </message>
    <message>
        <source>Choose a larger size or an earlier layer.</source>
        <translation>请选择更大的尺寸或更浅的层。</translation>
    </message>
    <message>
        <source>“%1” has %2 frames; the first one is used.</source>
        <translation>“%1”有 %2 帧；使用第一帧。</translation>
    </message>
    <message>
        <source>level %1 of %2, patches of %3 px</source>
        <translation>第 %1 级，共 %2 级，图块 %3 像素</translation>
    </message>
    <message>
        <source>Of a result without a content.</source>
        <translation>没有内容时结果的尺寸。</translation>
    </message>
    <message>
        <source>as the style</source>
        <translation>与风格相同</translation>
    </message>
    <message>
        <source>Without a content</source>
        <translation>没有内容时</translation>
    </message>
    <message>
        <source>What is made when only a style is given.</source>
        <translation>只给出风格时生成什么。</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>纹理</translation>
    </message>
    <message>
        <source>More of the same, with nothing in its old place.</source>
        <translation>更多同样的东西，但都不在原处。</translation>
    </message>
    <message>
        <source>The style at another size</source>
        <translation>另一尺寸的风格</translation>
    </message>
    <message>
        <source>What is where stays, but nothing is stretched.</source>
        <translation>各物仍在其处，但不会被拉伸。</translation>
    </message>
    <message>
        <source>Patch size</source>
        <translation>图块大小</translation>
    </message>
    <message>
        <source>Larger patches keep more of the brush, smaller ones more of the content.</source>
        <translation>图块越大笔触保留越多，越小内容保留越多。</translation>
    </message>
    <message>
        <source>From how coarse a picture the synthesis begins: each level is twice as large.</source>
        <translation>合成从多粗的图片开始：每级大一倍。</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>A style picture is smaller than two patches beside each other.</source>
        <translation>风格图片比两个并排的图块还小。</translation>
    </message>
    <message>
        <source>The picture is smaller than two patches beside each other.</source>
        <translation>图片比两个并排的图块还小。</translation>
    </message>
    <message>
        <source>Choose a larger picture, a larger size or smaller patches.</source>
        <translation>请选择更大的图片、更大的尺寸或更小的图块。</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>Builds the picture anew from pieces of the style; needs no weights.</source>
        <translation>用风格的碎片重新拼出图片；不需要权重。</translation>
    </message>
    <message>
        <source>octave %1 of %2</source>
        <translation>第 %1 个八度，共 %2 个</translation>
    </message>
    <message>
        <source>DeepDream</source>
        <translation>DeepDream</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Early layers dream of lines and textures, deep ones of eyes and animals.</source>
        <translation>浅层梦见线条和纹理，深层梦见眼睛和动物。</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>One of the layer&apos;s channels; -1 takes all of them.</source>
        <translation>该层的一个通道；-1 表示全部。</translation>
    </message>
    <message>
        <source>Guided by the style</source>
        <translation>由风格引导</translation>
    </message>
    <message>
        <source>Dreams of what the style picture shows, if there is one.</source>
        <translation>如果有风格图片，就梦见其中的东西。</translation>
    </message>
    <message>
        <source>Octaves</source>
        <translation>八度数</translation>
    </message>
    <message>
        <source>From how many sizes the dream grows; more bring larger shapes.</source>
        <translation>梦从多少种尺寸长大；越多形状越大。</translation>
    </message>
    <message>
        <source>Octave scale</source>
        <translation>八度比例</translation>
    </message>
    <message>
        <source>How much larger each octave is than the one before.</source>
        <translation>每个八度比前一个大多少。</translation>
    </message>
    <message>
        <source>In each octave.</source>
        <translation>每个八度中的步数。</translation>
    </message>
    <message>
        <source>How far pixels move in one step, at strength 1.</source>
        <translation>强度为 1 时像素一步移动多远。</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>How far the picture is shifted in each step, against patterns.</source>
        <translation>每步把图片平移多少，以避免网格纹。</translation>
    </message>
    <message>
        <source>Brings out what a feature network believes to see in the picture.</source>
        <translation>显出特征网络以为在图片中看到的东西。</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>第 %1 部分，共 %2 部分</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Fast style</source>
        <translation>快速风格</translation>
    </message>
    <message>
        <source>The picture is too small: no side may be below %1 pixels.</source>
        <translation>图片太小：每边至少 %1 像素。</translation>
    </message>
    <message>
        <source>Choose a larger size.</source>
        <translation>请选择更大的尺寸。</translation>
    </message>
    <message>
        <source>A network that knows one style paints it in a second.</source>
        <translation>一个只懂一种风格的网络，一秒就能画好。</translation>
    </message>
    <message>
        <source>How far a pixel moves in one step.</source>
        <translation>像素一步移动多远。</translation>
    </message>
    <message>
        <source>How the pixels find their way.</source>
        <translation>像素如何找到路。</translation>
    </message>
    <message>
        <source>Steady; the picture changes evenly.</source>
        <translation>稳定；图片均匀变化。</translation>
    </message>
    <message>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <source>Gets nearer in fewer steps; needs more memory.</source>
        <translation>更少的步数更接近目标；需要更多内存。</translation>
    </message>
    <message>
        <source>“%1” does not hold the weights of %2. Missing: %3. Of another shape: %4. Unknown: %5.</source>
        <translation>“%1”中没有 %2 的权重。缺少：%3。形状不同：%4。未知：%5。</translation>
    </message>
    <message>
        <source>Choose a file made for this network.</source>
        <translation>请选择为这个网络制作的文件。</translation>
    </message>
    <message>
        <source>The picture turned into numbers that are not finite.</source>
        <translation>图片变成了非有限的数。</translation>
    </message>
    <message>
        <source>Try a lower strength or a lower learning rate.</source>
        <translation>请降低强度或学习率。</translation>
    </message>
    <message>
        <source>picture %1 of %2</source>
        <translation>第 %1 张，共 %2 张</translation>
    </message>
    <message>
        <source>%1 Left out.</source>
        <translation>%1 已跳过。</translation>
    </message>
    <message>
        <source>The last good picture is in “%1”.</source>
        <translation>最后一张完好的图片在“%1”中。</translation>
    </message>
    <message>
        <source>It was cut off, or it is damaged.</source>
        <translation>它被截断或已损坏。</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <translation>请重新获取这个文件。</translation>
    </message>
    <message>
        <source>Its list of tensors is damaged.</source>
        <translation>它的张量列表已损坏。</translation>
    </message>
    <message>
        <source>It holds more than tensors (pickle opcode %1).</source>
        <translation>它包含张量以外的东西（pickle 操作码 %1）。</translation>
    </message>
    <message>
        <source>It asks to run code (%1).</source>
        <translation>它要求运行代码（%1）。</translation>
    </message>
    <message>
        <source>In Python, save the state_dict alone: tensors need no code.</source>
        <translation>请在 Python 中只保存 state_dict：张量不需要代码。</translation>
    </message>
    <message>
        <source>Its part “%1” is missing or damaged.</source>
        <translation>它的部分“%1”缺失或已损坏。</translation>
    </message>
    <message>
        <source>It is no file of PyTorch, or it was cut off.</source>
        <translation>它不是 PyTorch 的文件，或被截断了。</translation>
    </message>
    <message>
        <source>Limner reads what torch.save writes, and safetensors.</source>
        <translation>Limner 读取 torch.save 写的文件和 safetensors。</translation>
    </message>
    <message>
        <source>Its numbers are written big end first.</source>
        <translation>它的数字是大端序。</translation>
    </message>
    <message>
        <source>Memory is too short for it.</source>
        <translation>内存不够读取它。</translation>
    </message>
    <message>
        <source>It could not be read (%1).</source>
        <translation>无法读取它（%1）。</translation>
    </message>
    <message>
        <source>Its tensor “%1” is damaged: it reaches beyond its numbers.</source>
        <translation>它的张量“%1”已损坏：超出了自己的数据。</translation>
    </message>
    <message>
        <source>There are no tensors in it.</source>
        <translation>其中没有张量。</translation>
    </message>
    <message>
        <source>In Python, save the state_dict of the model.</source>
        <translation>请在 Python 中保存模型的 state_dict。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Takes weights that others trained into the project.</source>
        <translation>把别人训练的权重收进项目。</translation>
    </message>
    <message>
        <source>Without a content the region has no meaning: the whole picture is made.</source>
        <translation>没有内容时区域没有意义：会制作整张图片。</translation>
    </message>
    <message>
        <source>“%1” is the folder of the contents.</source>
        <translation>“%1”是内容所在的文件夹。</translation>
    </message>
    <message>
        <source>Choose another folder; nothing of yours is overwritten.</source>
        <translation>请选择其他文件夹；不会覆盖您的任何东西。</translation>
    </message>
    <message>
        <source>“%1” is one of the pictures that the result is made from.</source>
        <translation>“%1”是用来生成结果的图片之一。</translation>
    </message>
    <message>
        <source>Choose another name; nothing of yours is overwritten.</source>
        <translation>请选择其他名称；不会覆盖您的任何东西。</translation>
    </message>
    <message>
        <source>Emoji faces</source>
        <translation>表情脸</translation>
    </message>
    <message>
        <source>Garments, GAN</source>
        <translation>服装，GAN</translation>
    </message>
    <message>
        <source>Garments, VAE</source>
        <translation>服装，VAE</translation>
    </message>
    <message>
        <source>Fox</source>
        <translation>狐狸</translation>
    </message>
    <message>
        <source>Panda</source>
        <translation>熊猫</translation>
    </message>
    <message>
        <source>Frog</source>
        <translation>青蛙</translation>
    </message>
    <message>
        <source>Tiger</source>
        <translation>老虎</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>猫</translation>
    </message>
    <message>
        <source>Lion</source>
        <translation>狮子</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>笑脸</translation>
    </message>
    <message>
        <source>Ghost</source>
        <translation>幽灵</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>无法建立文件夹“%1”。</translation>
    </message>
    <message>
        <source>Choose another place to save.</source>
        <translation>请另选保存位置。</translation>
    </message>
    <message>
        <source>What the model learns from.</source>
        <translation>模型学习所用的内容。</translation>
    </message>
    <message>
        <source>Share of the data that is only used to watch for overfitting.</source>
        <translation>只用来观察过拟合的数据比例。</translation>
    </message>
    <message>
        <source>Teaches a model from pictures or text.</source>
        <translation>用图片或文本教模型。</translation>
    </message>
    <message>
        <source>Makes a movie that dreams itself deeper and deeper into a picture.</source>
        <translation>制作一段影片，在梦中越来越深地进入一张图片。</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Continues a text with a language model.</source>
        <translation>用语言模型续写文本。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>Measures how expected a text is to a language model.</source>
        <translation>测量一段文本在语言模型看来有多意料之中。</translation>
    </message>
    <message>
        <source>Tokenize</source>
        <translation>分词</translation>
    </message>
    <message>
        <source>Cuts a text into the tokens of a model or a tokenizer.</source>
        <translation>把文本切分为模型或分词器的词元。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Compares texts with references: BLEU, ROUGE, METEOR, F1.</source>
        <translation>将文本与参考文本比较：BLEU、ROUGE、METEOR、F1。</translation>
    </message>
    <message>
        <source>What this job trains has no latent space to explore.</source>
        <translation>此任务所训练的模型没有可探索的潜空间。</translation>
    </message>
    <message>
        <source>Choose a GAN or an autoencoder.</source>
        <translation>请选择 GAN 或自编码器。</translation>
    </message>
    <message>
        <source>What stands beside the axis; empty takes the parameter&apos;s name.</source>
        <translation>坐标轴旁的文字；留空则用参数的名称。</translation>
    </message>
    <message>
        <source>A numeric parameter, or directions.1, dimensions.1, attributes.1 and so on.</source>
        <translation>一个数值参数，或 directions.1、dimensions.1、attributes.1 等。</translation>
    </message>
    <message>
        <source>Own direction %1</source>
        <translation>自己的方向 %1</translation>
    </message>
    <message>
        <source>Only weights that Limner exported, and GPT-2&apos;s, can be opened.</source>
        <translation>只能打开由 Limner 导出的权重和 GPT-2 的权重。</translation>
    </message>
    <message>
        <source>“%1” has no latent space to make pictures from.</source>
        <translation>“%1”没有可用来生成图片的潜空间。</translation>
    </message>
    <message>
        <source>Use a copy of the file, or move it away: the run goes on without it.</source>
        <translation>请使用文件的副本，或将它移走：没有它训练也会继续。</translation>
    </message>
    <message>
        <source>A vocabulary of byte pairs has at least %1 tokens here.</source>
        <translation>这里的字节对词表至少有 %1 个词元。</translation>
    </message>
    <message>
        <source>Choose a larger vocabulary.</source>
        <translation>请选择更大的词表。</translation>
    </message>
    <message>
        <source>The tokens were learned from the first %1 MB of %2 MB.</source>
        <translation>词元学自 %2 MB 中的前 %1 MB。</translation>
    </message>
    <message>
        <source>The text gave %1 tokens; %2 were asked for.</source>
        <translation>文本只给出 %1 个词元；要求的是 %2 个。</translation>
    </message>
    <message>
        <source>“%1” is larger than the %2 MB that Limner reads at once.</source>
        <translation>“%1”超过 Limner 一次读取的 %2 MB。</translation>
    </message>
    <message>
        <source>Cut it into smaller files, or choose another one.</source>
        <translation>请将它拆成较小的文件，或另选一个。</translation>
    </message>
    <message>
        <source>“%1” could not be read to its end.</source>
        <translation>“%1”没有读到末尾。</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>Runs of one to four words in common, 0 to 100; as sacrebleu computes it.</source>
        <translation>共有的一到四个连续词，0 到 100；与 sacrebleu 的算法相同。</translation>
    </message>
    <message>
        <source>ROUGE</source>
        <translation>ROUGE</translation>
    </message>
    <message>
        <source>Words, pairs of words and order in common, 0 to 1; as rouge-score computes it.</source>
        <translation>共有的词、词对和次序，0 到 1；与 rouge-score 的算法相同。</translation>
    </message>
    <message>
        <source>METEOR</source>
        <translation>METEOR</translation>
    </message>
    <message>
        <source>Words or their stems in common, better in few pieces, 0 to 1; as nltk computes it, but synonyms of WordNet are not used.</source>
        <translation>共有的词或词干，分段越少越好，0 到 1；与 nltk 的算法相同，但不使用 WordNet 的同义词。</translation>
    </message>
    <message>
        <source>Token F1</source>
        <translation>词元 F1</translation>
    </message>
    <message>
        <source>Words in common, without articles and punctuation, 0 to 1; as for the SQuAD data set.</source>
        <translation>共有的词，不计冠词和标点，0 到 1；与 SQuAD 数据集的算法相同。</translation>
    </message>
    <message>
        <source>There is no measure “%1”.</source>
        <translation>没有指标“%1”。</translation>
    </message>
    <message>
        <source>There are %1.</source>
        <translation>可用：%1。</translation>
    </message>
    <message>
        <source>The text has %1 lines, the reference has %2.</source>
        <translation>文本有 %1 行，参考文本有 %2 行。</translation>
    </message>
    <message>
        <source>Each line is compared with the line of the same number.</source>
        <translation>每一行与行号相同的一行比较。</translation>
    </message>
    <message>
        <source>This text is not installed. To install it, type: sudo apt install %1</source>
        <translation>尚未安装这个文本。安装方法：sudo apt install %1</translation>
    </message>
    <message>
        <source>Or choose another text.</source>
        <translation>或另选文本。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it holds no poems.</source>
        <translation>“%1”已损坏：其中没有诗。</translation>
    </message>
    <message>
        <source>Tag each passage</source>
        <translation>标注每段</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>A text file, or a folder of them, up to 256 MB: UTF-8, UTF-16 or GB18030. Lines such as &lt;|tag:letter|&gt; say what kind of passage follows.</source>
        <translation>文本文件，或其文件夹，最多 256 MB：UTF-8、UTF-16 或 GB18030。形如 &lt;|tag:letter|&gt; 的行说明后面是哪一类段落。</translation>
    </message>
    <message>
        <source>Puts the kind of book before each chapter: law, history, wisdom, psalm, prophecy, gospel or letter. Write can then ask for one.</source>
        <translation>在每章之前写上书卷的类别：law（律法）、history（历史）、wisdom（智慧）、psalm（诗篇）、prophecy（先知）、gospel（福音）或 letter（书信）。之后“写作”可以指定其中一类。</translation>
    </message>
    <message>
        <source>King James Bible</source>
        <translation>英王钦定本圣经</translation>
    </message>
    <message>
        <source>4.2 MB of English of 1611, a chapter a passage; public domain.</source>
        <translation>4.2 MB 的 1611 年英语，每章一段；公有领域。</translation>
    </message>
    <message>
        <source>World English Bible</source>
        <translation>世界英语圣经</translation>
    </message>
    <message>
        <source>4.9 MB of today&apos;s English, a chapter a passage; public domain.</source>
        <translation>4.9 MB 的现代英语，每章一段；公有领域。</translation>
    </message>
    <message>
        <source>Tang and Song poems</source>
        <translation>唐诗宋词</translation>
    </message>
    <message>
        <source>About 400 Chinese poems with title and author.</source>
        <translation>约 400 首中文诗词，附标题和作者。</translation>
    </message>
    <message>
        <source>Puts “tang” or “song” before each poem. Write can then ask for one.</source>
        <translation>在每首之前写上“tang”（唐）或“song”（宋）。之后“写作”可以指定其中一类。</translation>
    </message>
    <message>
        <source>Your own text</source>
        <translation>自己的文本</translation>
    </message>
    <message>
        <source>A file, or a folder of files.</source>
        <translation>一个文件，或一个文件夹。</translation>
    </message>
    <message>
        <source>There is no text “%1”.</source>
        <translation>没有文本“%1”。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it holds no chapters.</source>
        <translation>“%1”已损坏：其中没有章节。</translation>
    </message>
    <message>
        <source>“%1” was read as %2.</source>
        <translation>“%1”按 %2 读取。</translation>
    </message>
    <message>
        <source>%1 files were read as %2, “%3” among them.</source>
        <translation>%1 个文件按 %2 读取，其中有“%3”。</translation>
    </message>
    <message>
        <source>%1 characters are not valid and were replaced by “%2”. Perhaps the text is in another encoding than UTF-8.</source>
        <translation>%1 个字符无效，已替换为“%2”。文本的编码可能不是 UTF-8。</translation>
    </message>
    <message>
        <source>%1 NUL bytes were left out.</source>
        <translation>已略去 %1 个 NUL 字节。</translation>
    </message>
    <message>
        <source>“%1” holds more than the %2 MB of text that Limner learns from at once.</source>
        <translation>“%1”中的文本超过 Limner 一次学习的 %2 MB。</translation>
    </message>
    <message>
        <source>Choose a part of it.</source>
        <translation>请选择其中一部分。</translation>
    </message>
    <message>
        <source>“%1” holds no text.</source>
        <translation>“%1”中没有文本。</translation>
    </message>
    <message>
        <source>Choose a file with text in it.</source>
        <translation>请选择有文本的文件。</translation>
    </message>
    <message>
        <source>The folder “%1” holds no text files.</source>
        <translation>文件夹“%1”中没有文本文件。</translation>
    </message>
    <message>
        <source>Limner reads files that end in %1, and those below it.</source>
        <translation>Limner 读取以 %1 结尾的文件，包括子文件夹中的。</translation>
    </message>
    <message>
        <source>%1 other files in “%2” were left out.</source>
        <translation>已略去“%2”中的其他 %1 个文件。</translation>
    </message>
    <message>
        <source>No text was given.</source>
        <translation>没有给出文本。</translation>
    </message>
    <message>
        <source>Choose a text file, or a folder of them.</source>
        <translation>请选择文本文件，或其文件夹。</translation>
    </message>
    <message>
        <source>“%1” is a tokenizer of another kind: Limner does not know its %2.</source>
        <translation>“%1”是另一种分词器：Limner 不认识它的 %2。</translation>
    </message>
    <message>
        <source>Limner reads byte-level BPE as in GPT-2, and its own characters and bytes.</source>
        <translation>Limner 读取 GPT-2 那样的字节级 BPE，以及它自己的字符和字节分词器。</translation>
    </message>
    <message>
        <source>“%1” is damaged: line %2 is not two tokens with a space.</source>
        <translation>“%1”已损坏：第 %2 行不是以空格隔开的两个词元。</translation>
    </message>
    <message>
        <source>“%1” holds no tokenizer.</source>
        <translation>“%1”中没有分词器。</translation>
    </message>
    <message>
        <source>It should hold tokenizer.json, or vocab.json and merges.txt.</source>
        <translation>其中应有 tokenizer.json，或 vocab.json 和 merges.txt。</translation>
    </message>
    <message>
        <source>“%1” is damaged: its tokens are not numbered from 0 without a gap.</source>
        <translation>“%1”已损坏：词元编号不是从 0 起连续的。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it joins “%2” and “%3”, which its vocabulary lacks.</source>
        <translation>“%1”已损坏：它合并“%2”和“%3”，而词表中没有合并的结果。</translation>
    </message>
    <message>
        <source>“%1” is damaged: it holds no tokens.</source>
        <translation>“%1”已损坏：其中没有词元。</translation>
    </message>
    <message>
        <source>“%1” is kept without a tokenizer and cannot write yet. %2 Put its tokenizer.json, or vocab.json and merges.txt, beside it and import it again.</source>
        <translation>“%1”已收下，但没有分词器，还不能写作。%2 请把它的 tokenizer.json，或 vocab.json 和 merges.txt，放在旁边再重新导入。</translation>
    </message>
    <message>
        <source>It knows SqueezeNet 1.1, VGG-16, VGG-19, fast style networks, GPT-2 and what it trained itself.</source>
        <translation>它认识 SqueezeNet 1.1、VGG-16、VGG-19、快速风格网络、GPT-2，以及它自己训练的模型。</translation>
    </message>
    <message>
        <source>The tokenizer beside “%1” has %2 tokens, the weights know %3.</source>
        <translation>“%1”旁边的分词器有 %2 个词元，权重认识 %3 个。</translation>
    </message>
    <message>
        <source>It belongs to other weights.</source>
        <translation>它属于其他权重。</translation>
    </message>
    <message>
        <source>The size of the network.</source>
        <translation>网络的大小。</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>微型</translation>
    </message>
    <message>
        <source>Two layers of 64: to watch one learn in minutes.</source>
        <translation>两层，宽 64：几分钟内看它学习。</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>Four layers of 160: for a book, within an hour or two.</source>
        <translation>四层，宽 160：学一本书，一两个小时。</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中型</translation>
    </message>
    <message>
        <source>Six layers of 384: for a shelf of books and a night.</source>
        <translation>六层，宽 384：学一架书，一个晚上。</translation>
    </message>
    <message>
        <source>GPT-2</source>
        <translation>GPT-2</translation>
    </message>
    <message>
        <source>Twelve layers of 768, the smallest GPT-2: to fine-tune its weights.</source>
        <translation>十二层，宽 768，最小的 GPT-2：用来微调其权重。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How many tokens a row of a batch has.</source>
        <translation>批次中每行的词元数。</translation>
    </message>
    <message>
        <source>the whole context</source>
        <translation>整个上下文</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>How many layers of attention follow each other.</source>
        <translation>依次有多少个注意力层。</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>头数</translation>
    </message>
    <message>
        <source>Into how many parts each layer&apos;s attention is divided.</source>
        <translation>每层的注意力分成多少部分。</translation>
    </message>
    <message>
        <source>How many numbers stand for a token; a multiple of the heads.</source>
        <translation>用多少个数表示一个词元；须为头数的倍数。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>How many tokens the model looks back on.</source>
        <translation>模型能回看多少个词元。</translation>
    </message>
    <message>
        <source>A width of %1 cannot be divided into %2 heads.</source>
        <translation>宽度 %1 不能平分给 %2 个头。</translation>
    </message>
    <message>
        <source>Choose a width that is a multiple of the heads.</source>
        <translation>请选择头数的倍数作为宽度。</translation>
    </message>
    <message>
        <source>A window of %1 tokens does not fit into a context of %2.</source>
        <translation>%1 个词元的窗口放不进 %2 个词元的上下文。</translation>
    </message>
    <message>
        <source>Choose a shorter window or a longer context.</source>
        <translation>请选择更短的窗口或更长的上下文。</translation>
    </message>
    <message>
        <source>GPT</source>
        <translation>GPT</translation>
    </message>
    <message>
        <source>A decoder-only Transformer, as GPT-2: every token looks at all before it. Writes best once it has seen a few megabytes.</source>
        <translation>与 GPT-2 相同的仅解码器 Transformer：每个词元都看到它之前的全部词元。学过几 MB 文本后写得最好。</translation>
    </message>
    <message>
        <source>How many recurrent layers follow each other.</source>
        <translation>依次有多少个循环层。</translation>
    </message>
    <message>
        <source>How many numbers each layer remembers.</source>
        <translation>每层记住多少个数。</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>嵌入</translation>
    </message>
    <message>
        <source>How many numbers stand for a token.</source>
        <translation>用多少个数表示一个词元。</translation>
    </message>
    <message>
        <source>Tied weights</source>
        <translation>共享权重</translation>
    </message>
    <message>
        <source>One table stands for tokens read and tokens written; where hidden units and embedding differ, a projection leads from one to the other.</source>
        <translation>读入和写出的词元共用一张表；隐藏单元数与嵌入不同时，用一个投影相连。</translation>
    </message>
    <message>
        <source>Over how many tokens gradients flow back.</source>
        <translation>梯度回传多少个词元。</translation>
    </message>
    <message>
        <source>State carried over</source>
        <translation>沿用状态</translation>
    </message>
    <message>
        <source>Each window begins with what the one before it left behind; else with nothing.</source>
        <translation>每个窗口从前一个窗口留下的状态开始；否则从零开始。</translation>
    </message>
    <message>
        <source>Recurrent network</source>
        <translation>循环网络</translation>
    </message>
    <message>
        <source>The oldest and simplest: it remembers a few words at most (Elman 1990).</source>
        <translation>最早也最简单：最多记住几个词（Elman，1990）。</translation>
    </message>
    <message>
        <source>LSTM</source>
        <translation>LSTM</translation>
    </message>
    <message>
        <source>A recurrent network that decides what to keep and what to forget (Hochreiter &amp; Schmidhuber 1997): good with characters and small texts.</source>
        <translation>自行决定记住什么、忘记什么的循环网络（Hochreiter &amp; Schmidhuber，1997）：适合逐字符学习和小文本。</translation>
    </message>
    <message>
        <source>GRU</source>
        <translation>GRU</translation>
    </message>
    <message>
        <source>An LSTM with fewer gates, a little faster (Cho et al. 2014).</source>
        <translation>门更少的 LSTM，稍快一些（Cho 等，2014）。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表大小</translation>
    </message>
    <message>
        <source>How many different tokens the model knows.</source>
        <translation>模型认识多少个不同的词元。</translation>
    </message>
    <message>
        <source>as the tokenizer</source>
        <translation>同分词器</translation>
    </message>
    <message>
        <source>The share of activations that each step leaves out, against learning a small text by heart.</source>
        <translation>每步略去的激活比例，防止死记硬背小文本。</translation>
    </message>
    <message>
        <source>The model does not know how many tokens there are.</source>
        <translation>模型不知道有多少个词元。</translation>
    </message>
    <message>
        <source>Choose a text to learn from, or give the vocabulary.</source>
        <translation>请选择学习所用的文本，或给出词表大小。</translation>
    </message>
    <message>
        <source>An id of the library, a safetensors file or a run of yours; its style is in it. Empty takes the first of the library.</source>
        <translation>库中的编号、safetensors 文件或自己的训练；风格就在其中。留空则取库中的第一个。</translation>
    </message>
    <message>
        <source>No fast style network is installed.</source>
        <translation>没有安装快速风格网络。</translation>
    </message>
    <message>
        <source>Drop one on the library page, train one of your own, or take the method “patches”, which needs none.</source>
        <translation>请将网络拖到记录库页面，自己训练一个，或改用不需要它的“patches”方法。</translation>
    </message>
    <message>
        <source>Fetch them on the library page, or take a file in with limner-cli library import FILE.</source>
        <translation>请在记录库页面获取，或用 limner-cli library import 文件 收进来。</translation>
    </message>
    <message>
        <source>An id of the library or a safetensors file; empty takes the first of the library that fits.</source>
        <translation>库中的编号或 safetensors 文件；留空则取库中第一个合适的。</translation>
    </message>
    <message>
        <source>There is no content to paint.</source>
        <translation>没有可绘制的内容。</translation>
    </message>
    <message>
        <source>The run “%1” has saved no network yet.</source>
        <translation>训练“%1”还没有保存网络。</translation>
    </message>
    <message>
        <source>Save it with Ctrl+S, or wait for its first checkpoint.</source>
        <translation>请用 Ctrl+S 保存，或等待它的第一个检查点。</translation>
    </message>
    <message>
        <source>There is no network “%1” here.</source>
        <translation>这里没有网络“%1”。</translation>
    </message>
    <message>
        <source>Name one that limner-cli library list shows, or a safetensors file; a file dropped on the library page is taken in.</source>
        <translation>请指定 limner-cli library list 所列的网络，或 safetensors 文件；拖到记录库页面的文件会收进来。</translation>
    </message>
    <message>
        <source>Choose the picture whose manner should be learned (--style).</source>
        <translation>请选择要学习其手法的图片（--style）。</translation>
    </message>
    <message>
        <source>Settings that go well together.</source>
        <translation>彼此相配的设置。</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>快速</translation>
    </message>
    <message>
        <source>Small pictures: a style in an hour or two without a graphics card.</source>
        <translation>小图片：没有显卡也能在一两个小时内学会一种风格。</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>按原论文</translation>
    </message>
    <message>
        <source>Pictures of 256 pixels, as Johnson et al. trained it.</source>
        <translation>256 像素的图片，与 Johnson 等的训练相同。</translation>
    </message>
    <message>
        <source>The picture whose manner is learned.</source>
        <translation>要学习其手法的图片。</translation>
    </message>
    <message>
        <source>Size of the style</source>
        <translation>风格的尺寸</translation>
    </message>
    <message>
        <source>Its longest side when it is looked at: larger gives larger strokes.</source>
        <translation>观看风格时它最长的一边：越大笔触越大。</translation>
    </message>
    <message>
        <source>A style is learned from pictures in colour.</source>
        <translation>风格要从彩色图片中学习。</translation>
    </message>
    <message>
        <source>Set “Colour” to “Colour” (--channels rgb).</source>
        <translation>请将“颜色”设为“颜色”（--channels rgb）。</translation>
    </message>
    <message>
        <source>Learns to paint any picture in the manner of one (Johnson et al. 2016). Needs a feature network and a folder of photographs; Stylize paints with it.</source>
        <translation>学习按一张图片的手法绘制任何图片（Johnson 等，2016）。需要特征网络和一个照片文件夹；“风格化”用它来绘制。</translation>
    </message>
    <message>
        <source>Movie</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>How long the movie is.</source>
        <translation>影片有多长。</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Frames in a second.</source>
        <translation>每秒的帧数。</translation>
    </message>
    <message>
        <source>How many times larger the picture becomes in a second.</source>
        <translation>图片每秒放大多少倍。</translation>
    </message>
    <message>
        <source>How far the picture turns in a second.</source>
        <translation>图片每秒旋转多少。</translation>
    </message>
    <message>
        <source>Steps a frame</source>
        <translation>每帧步数</translation>
    </message>
    <message>
        <source>Dream steps in each frame after the first one.</source>
        <translation>第一帧之后每帧的梦境步数。</translation>
    </message>
    <message>
        <source>One frame by its number, from 1; 0 writes all.</source>
        <translation>按编号只写一帧，从 1 起；0 表示全部。</translation>
    </message>
    <message>
        <source>How far each step of the dream goes.</source>
        <translation>梦的每一步走多远。</translation>
    </message>
    <message>
        <source>The longest side of the frames.</source>
        <translation>帧最长的一边。</translation>
    </message>
    <message>
        <source>The same seed makes the same movie.</source>
        <translation>相同的种子得到相同的影片。</translation>
    </message>
    <message>
        <source>The picture into which the movie goes.</source>
        <translation>影片所进入的图片。</translation>
    </message>
    <message>
        <source>A picture of whose things the movie dreams; may be empty.</source>
        <translation>影片梦见其中事物的图片；可以留空。</translation>
    </message>
    <message>
        <source>Choose the picture into which the movie should go.</source>
        <translation>请选择影片要进入的图片。</translation>
    </message>
    <message>
        <source>The movie has no frame %1.</source>
        <translation>影片没有第 %1 帧。</translation>
    </message>
    <message>
        <source>Nothing is kept for validation, so early stopping has no effect.</source>
        <translation>没有为验证留出数据，提前停止不起作用。</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>每秒 %1 个词元</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>One token for each character that the text has.</source>
        <translation>文本中的每个字符一个词元。</translation>
    </message>
    <message>
        <source>Byte pairs</source>
        <translation>字节对</translation>
    </message>
    <message>
        <source>Frequent pieces of words become tokens (Sennrich et al. 2016), learned from the text itself.</source>
        <translation>常见的词片段成为词元（Sennrich 等，2016），从文本本身学得。</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Knows any text; a Chinese character takes three.</source>
        <translation>能表示任何文本；一个汉字占三个。</translation>
    </message>
    <message>
        <source>From a file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>A tokenizer.json, or a folder with vocab.json and merges.txt.</source>
        <translation>tokenizer.json，或含有 vocab.json 和 merges.txt 的文件夹。</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>The file or folder to read it from.</source>
        <translation>读取它的文件或文件夹。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>What the text is cut into; a run that starts from another one keeps its tokens.</source>
        <translation>文本切分成什么；以另一次训练为起点时沿用其词元。</translation>
    </message>
    <message>
        <source>The text is too short: %1 tokens are left for training, and one piece has %2.</source>
        <translation>文本太短：只剩 %1 个词元可用于训练，而一段就有 %2 个。</translation>
    </message>
    <message>
        <source>Take a longer text, or shorter pieces.</source>
        <translation>请用更长的文本，或更短的段。</translation>
    </message>
    <message>
        <source>%1 characters of the text are not among the model&apos;s tokens; a replacement stands in their place.</source>
        <translation>文本中有 %1 个字符不在模型的词元之中；已用替代符代替。</translation>
    </message>
    <message>
        <source>How often all of the data is seen.</source>
        <translation>全部数据被看多少遍。</translation>
    </message>
    <message>
        <source>Pictures, or pieces of text, a step; the last batch of an epoch may be smaller, and a single picture that is left over waits for the next epoch.</source>
        <translation>每步的图片数或文本段数；一轮的最后一批可能较小，剩下的单张图片留到下一轮。</translation>
    </message>
    <message>
        <source>After how many steps samples are made.</source>
        <translation>每隔多少步生成样本。</translation>
    </message>
    <message>
        <source>After how many steps what is kept for validation is scored.</source>
        <translation>每隔多少步给验证数据评分。</translation>
    </message>
    <message>
        <source>What learns.</source>
        <translation>由什么来学习。</translation>
    </message>
    <message>
        <source>Choose a smaller batch, smaller pictures, shorter pieces of text or a smaller model.</source>
        <translation>请选择更小的批量、更小的图片、更短的文本段或更小的模型。</translation>
    </message>
    <message>
        <source>scoring what was kept for the test: %1 of %2</source>
        <translation>正在评测测试数据：第 %1 项，共 %2 项</translation>
    </message>
    <message>
        <source>“%1” and “%2” do not go together.</source>
        <translation>“%1”和“%2”不能搭配。</translation>
    </message>
    <message>
        <source>With “%1” go: %2.</source>
        <translation>可与“%1”搭配：%2。</translation>
    </message>
    <message>
        <source>This run keeps no texts.</source>
        <translation>这次训练没有保存文本。</translation>
    </message>
    <message>
        <source>It is one of %1, or directions.1, dimensions.1, attributes.1 and so on.</source>
        <translation>它是 %1 之一，或 directions.1、dimensions.1、attributes.1 等。</translation>
    </message>
    <message>
        <source>There is no own direction %1 to go over.</source>
        <translation>没有可以扫描的自己的方向 %1。</translation>
    </message>
    <message>
        <source>The base has %1 in its attributes.</source>
        <translation>基础的 attributes 中有 %1 个。</translation>
    </message>
    <message>
        <source>There is no tokenizer with “%1”.</source>
        <translation>“%1”没有附带分词器。</translation>
    </message>
    <message>
        <source>Put its tokenizer.json, or vocab.json and merges.txt, beside the weights and import them again.</source>
        <translation>请把它的 tokenizer.json，或 vocab.json 和 merges.txt，放在权重旁边再重新导入。</translation>
    </message>
    <message>
        <source>“%1” makes pictures; it cannot write.</source>
        <translation>“%1”生成图片，不能写作。</translation>
    </message>
    <message>
        <source>Choose a model that was trained on text.</source>
        <translation>请选择用文本训练的模型。</translation>
    </message>
    <message>
        <source>The tokenizer of “%1” has %2 tokens, the model knows %3.</source>
        <translation>“%1”的分词器有 %2 个词元，模型认识 %3 个。</translation>
    </message>
    <message>
        <source>Name the file whose perplexity is to be measured.</source>
        <translation>请指定要测量困惑度的文件。</translation>
    </message>
    <message>
        <source>The model was trained without the tag “%1”.</source>
        <translation>模型训练时没有标签“%1”。</translation>
    </message>
    <message>
        <source>Leave the tag out, or choose one of the model&apos;s own.</source>
        <translation>请去掉标签，或选择模型自己的标签。</translation>
    </message>
    <message>
        <source>The model gives no numbers: its weights are broken.</source>
        <translation>模型给出的不是数值：它的权重已坏。</translation>
    </message>
    <message>
        <source>Choose an earlier checkpoint.</source>
        <translation>请选择较早的检查点。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>The text that is measured, a sentence a line.</source>
        <translation>要评测的文本，每行一句。</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>参考文本</translation>
    </message>
    <message>
        <source>What it should be, with as many lines.</source>
        <translation>它应有的样子，行数相同。</translation>
    </message>
    <message>
        <source>bleu, rouge, meteor and f1 with commas between; empty takes all. METEOR matches words and their stems, but no synonyms.</source>
        <translation>bleu、rouge、meteor 和 f1，以逗号分隔；留空则全部采用。METEOR 匹配词和词干，不匹配同义词。</translation>
    </message>
    <message>
        <source>Stems</source>
        <translation>词干</translation>
    </message>
    <message>
        <source>Lets ROUGE compare stems of English words (Porter 1980).</source>
        <translation>让 ROUGE 比较英语单词的词干（Porter，1980）。</translation>
    </message>
    <message>
        <source>Each sentence</source>
        <translation>逐句</translation>
    </message>
    <message>
        <source>Gives the numbers of every line too.</source>
        <translation>同时给出每一行的数值。</translation>
    </message>
    <message>
        <source>Two texts are needed: one to measure and its reference.</source>
        <translation>需要两个文本：要评测的和它的参考文本。</translation>
    </message>
    <message>
        <source>Name both files.</source>
        <translation>请指定两个文件。</translation>
    </message>
    <message>
        <source>Both a run and a tokenizer were given.</source>
        <translation>同时给出了训练和分词器。</translation>
    </message>
    <message>
        <source>No tokenizer was given.</source>
        <translation>没有给出分词器。</translation>
    </message>
    <message>
        <source>Name a run, or a tokenizer file.</source>
        <translation>请指定训练或分词器文件。</translation>
    </message>
    <message>
        <source>end of text</source>
        <translation>文本结束</translation>
    </message>
    <message>
        <source>the first %1 tokens of the prompt found no room</source>
        <translation>提示的前 %1 个词元放不下</translation>
    </message>
    <message>
        <source>stopped at “%1”</source>
        <translation>在“%1”处停止</translation>
    </message>
    <message>
        <source>joined to what follows</source>
        <translation>已与后文接上</translation>
    </message>
    <message>
        <source>%1 characters of the prompt are not among the model&apos;s tokens; a replacement stands in their place.</source>
        <translation>提示中有 %1 个字符不在模型的词元之中；已用替代符代替。</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>采样</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>The text that is continued.</source>
        <translation>要续写的文本。</translation>
    </message>
    <message>
        <source>Text behind</source>
        <translation>后文</translation>
    </message>
    <message>
        <source>What follows the gap to fill: writing ends where this joins best; empty simply continues.</source>
        <translation>要填补的空缺之后的文本：写到与它衔接最好处为止；留空则只是续写。</translation>
    </message>
    <message>
        <source>Style tag</source>
        <translation>风格标签</translation>
    </message>
    <message>
        <source>The kind of text to write, of those that the model was trained with.</source>
        <translation>要写的文本类别，须是模型训练时用过的。</translation>
    </message>
    <message>
        <source>Top-k</source>
        <translation>Top-k</translation>
    </message>
    <message>
        <source>Chooses among so many likeliest tokens only (Fan et al. 2018).</source>
        <translation>只从这么多个最可能的词元中选择（Fan 等，2018）。</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>How the next token is chosen.</source>
        <translation>如何选择下一个词元。</translation>
    </message>
    <message>
        <source>Draws it by its probability.</source>
        <translation>按概率抽取。</translation>
    </message>
    <message>
        <source>Greedy</source>
        <translation>贪心</translation>
    </message>
    <message>
        <source>Takes the likeliest, always.</source>
        <translation>总是取最可能的。</translation>
    </message>
    <message>
        <source>Beam search</source>
        <translation>束搜索</translation>
    </message>
    <message>
        <source>Follows several continuations and keeps the likeliest of all.</source>
        <translation>同时跟踪多条续写，保留其中最可能的一条。</translation>
    </message>
    <message>
        <source>Beams</source>
        <translation>束数</translation>
    </message>
    <message>
        <source>How many continuations are followed.</source>
        <translation>跟踪多少条续写。</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Less makes it surer, more makes it bolder; 0 always takes the likeliest.</source>
        <translation>越低越稳妥，越高越大胆；0 总是取最可能的。</translation>
    </message>
    <message>
        <source>Top-p</source>
        <translation>Top-p</translation>
    </message>
    <message>
        <source>Chooses among the likeliest tokens that together reach this probability (Holtzman et al. 2020); 0 keeps the likeliest alone.</source>
        <translation>从合计达到此概率的最可能的词元中选择（Holtzman 等，2020）；0 只保留最可能的一个。</translation>
    </message>
    <message>
        <source>Min-p</source>
        <translation>Min-p</translation>
    </message>
    <message>
        <source>Leaves out tokens that are less likely than this share of the likeliest one.</source>
        <translation>略去概率低于最可能词元此比例的词元。</translation>
    </message>
    <message>
        <source>Typical</source>
        <translation>典型采样</translation>
    </message>
    <message>
        <source>Chooses among tokens about as surprising as text is here, up to this probability together (Meister et al. 2022).</source>
        <translation>从意外程度与此处文本相当的词元中选择，合计达到此概率为止（Meister 等，2022）。</translation>
    </message>
    <message>
        <source>Repeat penalty</source>
        <translation>重复惩罚</translation>
    </message>
    <message>
        <source>Makes tokens that are there already less likely (Keskar et al. 2019); 1 is off.</source>
        <translation>降低已出现词元的概率（Keskar 等，2019）；1 为关。</translation>
    </message>
    <message>
        <source>Freq. penalty</source>
        <translation>频率惩罚</translation>
    </message>
    <message>
        <source>Makes a token less likely each time that it was written.</source>
        <translation>词元每写出一次，其概率就再降低一些。</translation>
    </message>
    <message>
        <source>How many tokens are written at most.</source>
        <translation>最多写多少个词元。</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>停止于</translation>
    </message>
    <message>
        <source>Ends before one of these, one a line; \n is a line end, “blank line” two.</source>
        <translation>遇到其中之一即结束，每行一个；\n 为换行，“blank line”为两个换行。</translation>
    </message>
    <message>
        <source>The same seed and settings write the same text.</source>
        <translation>相同的种子和设置写出相同的文本。</translation>
    </message>
    <message>
        <source>A text file, or a .json with every token; its recipe is kept beside the text. Empty writes no file.</source>
        <translation>文本文件，或含有每个词元的 .json；配方保存在文本旁边。留空则不写文件。</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
    <message>
        <source>The text whose perplexity is measured.</source>
        <translation>要测量困惑度的文本。</translation>
    </message>
    <message>
        <source>A tokenizer.json, or a folder with vocab.json and merges.txt; instead of a run.</source>
        <translation>tokenizer.json，或含有 vocab.json 和 merges.txt 的文件夹；用来代替训练。</translation>
    </message>
    <message>
        <source>The text to cut into tokens.</source>
        <translation>要切分为词元的文本。</translation>
    </message>
    <message>
        <source>A .json with the ids and texts of all tokens; may be empty.</source>
        <translation>含有全部词元编号和文本的 .json；可以留空。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>How exactly the weights are read while it samples or is greedy.</source>
        <translation>采样或贪心解码时读取权重的精确程度。</translation>
    </message>
    <message>
        <source>32 bits</source>
        <translation>32 位</translation>
    </message>
    <message>
        <source>The weights as they were learned.</source>
        <translation>权重保持学到的样子。</translation>
    </message>
    <message>
        <source>8 bits</source>
        <translation>8 位</translation>
    </message>
    <message>
        <source>A GPT&apos;s weights rounded: large ones write two to three times as fast, and nearly always the same.</source>
        <translation>GPT 的权重取整：大模型写得快两到三倍，结果几乎总是相同。</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>无法读取 %1。</translation>
    </message>
    <message>
        <source>Check that the file is there and that you may read it.</source>
        <translation>请检查文件是否存在，以及是否允许读取。</translation>
    </message>
    <message>
        <source>%1 has %2 MB; the editor takes texts of up to %3 MB.</source>
        <translation>%1 有 %2 MB；编辑器最多接受 %3 MB 的文本。</translation>
    </message>
    <message>
        <source>Open a part of it. For training, texts may be as long as you like.</source>
        <translation>请打开其中一部分。用于训练的文本长度不限。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>A blank line</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>A full stop</source>
        <translation>句点</translation>
    </message>
    <message>
        <source>Scripture</source>
        <translation>圣经</translation>
    </message>
    <message>
        <source>Morphs between smileys and animal faces: a VAE of the faces of Noto Color Emoji.</source>
        <translation>在笑脸和动物脸之间变化：用 Noto 彩色表情中的脸训练的 VAE。</translation>
    </message>
    <message>
        <source>Clothes from Fashion-MNIST, crisp: a DCGAN.</source>
        <translation>Fashion-MNIST 的服装，清晰：DCGAN。</translation>
    </message>
    <message>
        <source>Clothes from Fashion-MNIST, smooth between all of them.</source>
        <translation>Fashion-MNIST 的服装，彼此之间平滑过渡。</translation>
    </message>
    <message>
        <source>Goes on in the manner of the King James Bible: a GPT of 1.6 million parameters.</source>
        <translation>以英王钦定本圣经的文风续写：160 万参数的 GPT。</translation>
    </message>
    <message>
        <source>“%1” has only %2×%3 pixels; it was enlarged, and its pattern will be coarse.</source>
        <translation>“%1”只有 %2×%3 像素；已将它放大，图案会比较粗糙。</translation>
    </message>
    <message>
        <source>It is one of models, datasets, kinds, shipped.</source>
        <translation>可选：models、datasets、kinds、shipped。</translation>
    </message>
    <message>
        <source>Name the folder of a run, a file of exported weights, or a model that is shipped.</source>
        <translation>请指定训练文件夹、导出的权重文件，或随附的模型。</translation>
    </message>
    <message>
        <source>The averaged weights are in that file. Choose raw weights: they are whole.</source>
        <translation>平均权重就在该文件中。请选择原始权重：它们完好无损。</translation>
    </message>
    <message>
        <source>It writes: open it in Write.</source>
        <translation>它用于写作：请在“写作”中打开。</translation>
    </message>
    <message>
        <source>The network “%1” is broken: %2 holds numbers that are not finite.</source>
        <translation>网络“%1”已损坏：%2 含有非有限的数。</translation>
    </message>
    <message>
        <source>Choose another network, or get the file again.</source>
        <translation>请另选网络，或重新获取该文件。</translation>
    </message>
    <message>
        <source>“%1” is still the model that writes.</source>
        <translation>“%1”仍是执笔的模型。</translation>
    </message>
</context>
<context>
    <name>job</name>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>张图片</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>iterations</source>
        <translation>次迭代</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation>%1 / %2 %3</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 s for one</source>
        <translation>每个 %1 秒</translation>
    </message>
    <message>
        <source>%1 %2/s</source>
        <translation>%1 %2/秒</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
</context>
<context>
    <name>limner::app</name>
    <message>
        <source>Chat with %1</source>
        <translation>与 %1 的对话</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
</context>
<context>
    <name>limner::app::AttributePanel</name>
    <message>
        <source>Mean difference</source>
        <translation>均值差</translation>
    </message>
    <message>
        <source>Linear probe</source>
        <translation>线性探针</translation>
    </message>
    <message>
        <source>Right click on pictures: in the history, the bookmarks, the seeds.</source>
        <translation>在历史、书签或种子中右键点击图片。</translation>
    </message>
    <message>
        <source>Or drop them here; five of each say more than one.</source>
        <translation>或拖放到这里；各五张比各一张更有说服力。</translation>
    </message>
    <message>
        <source>How the direction is found</source>
        <translation>方向的求法</translation>
    </message>
    <message>
        <source>Mean difference: from the middle of A to the middle of B.
Linear probe: what tells A and B apart, without what differs by chance.</source>
        <translation>均值差：从 A 的中心到 B 的中心。
线性探针：区分 A 和 B 的方向，去掉偶然的差别。</translation>
    </message>
    <message>
        <source>Find direction</source>
        <translation>寻找方向</translation>
    </message>
    <message>
        <source>A → B</source>
        <translation>A → B</translation>
    </message>
</context>
<context>
    <name>limner::app::BranchPanel</name>
    <message numerus="yes">
        <source>now, %n token(s)</source>
        <translation>
            <numerusform>当前，%n 个词元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>yours, %n word(s)</source>
        <translation>
            <numerusform>自己的，%n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>perplexity %1</source>
        <translation>困惑度 %1</translation>
    </message>
    <message>
        <source>Keep this branch</source>
        <translation>保留这个分支</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Each continuation becomes a branch. You can go back to any of them.</source>
        <translation>每次续写都成为一个分支。可以回到其中任何一个。</translation>
    </message>
    <message>
        <source>The text stands in this branch. Go to another one first.</source>
        <translation>文本正位于这个分支。请先转到另一个。</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到这里</translation>
    </message>
    <message>
        <source>Keep it no longer</source>
        <translation>不再保留</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>limner::app::CanvasPanel</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Give a picture the style of another</source>
        <translation>把一张图片的风格给另一张</translation>
    </message>
    <message>
        <source>Drop a picture and a style here. The result grows before your eyes, and needs no download.</source>
        <translation>把图片和风格拖放到这里。结果在您眼前生长，不需要下载。</translation>
    </message>
    <message>
        <source>Try it with sample pictures</source>
        <translation>用示例图片试试</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示什么</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>按住看原图</translation>
    </message>
    <message>
        <source>Hold to see the original (O)</source>
        <translation>按住看原图（O）</translation>
    </message>
    <message>
        <source>Paint region</source>
        <translation>绘制区域</translation>
    </message>
    <message>
        <source>Paint where the picture may change</source>
        <translation>涂出图片可以改变的地方</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>涂</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦</translation>
    </message>
    <message>
        <source>Erase (E)</source>
        <translation>擦（E）</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>画笔大小</translation>
    </message>
    <message>
        <source>Brush size ([ and ])</source>
        <translation>画笔大小（[ 和 ]）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反转</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Drop a content picture first; the region is painted over it.</source>
        <translation>请先拖入内容图片，区域画在它上面。</translation>
    </message>
    <message>
        <source>Now drop a content picture at the left.</source>
        <translation>现在请在左侧拖入内容图片。</translation>
    </message>
    <message>
        <source>The picture is being read.</source>
        <translation>正在读取图片。</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>The region cannot be read</source>
        <translation>无法读取区域</translation>
    </message>
    <message>
        <source>The region could not be put into the project.</source>
        <translation>无法把区域放进项目。</translation>
    </message>
    <message>
        <source>Edit region</source>
        <translation>编辑区域</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
</context>
<context>
    <name>limner::app::ChannelPanel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>What each channel likes</source>
        <translation>各通道喜欢什么</translation>
    </message>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n 个通道</numerusform>
        </translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>全部通道</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>The channels cannot be shown</source>
        <translation>无法显示通道</translation>
    </message>
</context>
<context>
    <name>limner::app::ChatLayoutRow</name>
    <message>
        <source>How turns are laid out</source>
        <translation>对话轮次的排版</translation>
    </message>
    <message>
        <source>As the model brings it, or plainly</source>
        <translation>按模型自带的方式，否则为纯文本</translation>
    </message>
    <message>
        <source>{person} and {model} stand for what is said, \n for a line end. Kept for “%1”.</source>
        <translation>{person} 和 {model} 代表各自所说的话，
 代表换行。为“%1”保存。</translation>
    </message>
    <message>
        <source>Turns need {person} and, behind it, {model}: the layout stays as it was.</source>
        <translation>对话轮次需要 {person}，其后是 {model}：排版保持不变。</translation>
    </message>
</context>
<context>
    <name>limner::app::ChatLine</name>
    <message>
        <source>Say something</source>
        <translation>说点什么</translation>
    </message>
</context>
<context>
    <name>limner::app::ChatPanel</name>
    <message>
        <source>A small model goes on with a text. It has read little, knows no facts and does not understand a question: what it says sounds like what it was trained on.</source>
        <translation>小模型只是把文本接着写下去。它读得少，不知道事实，也不理解问题：它说的话听起来像训练它的文本。</translation>
    </message>
    <message>
        <source>Say something. Enter sends, Shift+Enter begins a line.</source>
        <translation>说点什么。回车发送，Shift+回车换行。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Turn of a chat</source>
        <translation>对话的一轮</translation>
    </message>
    <message>
        <source>Regenerate a turn</source>
        <translation>重新生成一轮</translation>
    </message>
    <message>
        <source>Edit a turn</source>
        <translation>编辑一轮</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Begin a chat anew</source>
        <translation>重新开始对话</translation>
    </message>
    <message>
        <source>Export the chat</source>
        <translation>导出对话</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>The chat was not exported</source>
        <translation>对话未导出</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Layout of turns</source>
        <translation>轮次排版</translation>
    </message>
</context>
<context>
    <name>limner::app::ChatTurnView</name>
    <message>
        <source>Edit this turn</source>
        <translation>编辑这一轮</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
</context>
<context>
    <name>limner::app::CloseGuard</name>
    <message>
        <source>“%1” is still training</source>
        <translation>“%1”仍在训练</translation>
    </message>
    <message>
        <source>Limner can save it now and close. The next start offers to go on from exactly this step.</source>
        <translation>Limner 可以立即保存并关闭。下次启动时可从这一步继续。</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>保存并关闭</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting run(s) have not begun and leave the queue.</source>
        <translation>
            <numerusform>%n 个等待中的训练尚未开始，将从队列中移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving a checkpoint… The window closes when it is written.</source>
        <translation>正在保存检查点… 写完后窗口会关闭。</translation>
    </message>
    <message>
        <source>“%1” is not done</source>
        <translation>“%1”尚未完成</translation>
    </message>
    <message>
        <source>Closing ends it. The frames that are drawn are kept: rendering the same film to the same file goes on with the next one.</source>
        <translation>关闭会结束它。已画好的帧会保留：再将同一影片渲染到同一文件时，从下一帧继续。</translation>
    </message>
    <message>
        <source>Closing ends it. What it has written so far stays.</source>
        <translation>关闭会结束它。已写出的内容会保留。</translation>
    </message>
    <message>
        <source>End it and close</source>
        <translation>结束并关闭</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>让它继续</translation>
    </message>
    <message>
        <source>The window closes as soon as the work has stopped.</source>
        <translation>工作停止后窗口会立即关闭。</translation>
    </message>
</context>
<context>
    <name>limner::app::CompareColumn</name>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>What this model writes</source>
        <translation>这个模型所写的</translation>
    </message>
    <message>
        <source>Take this</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Into the text, at the caret, as a branch</source>
        <translation>作为分支放入文本的光标处</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待轮到它</translation>
    </message>
    <message>
        <source>%1, perplexity %2</source>
        <translation>%1，困惑度 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::ComparePanel</name>
    <message>
        <source>Write both</source>
        <translation>两边都写</translation>
    </message>
    <message>
        <source>The passage stands in the text now.</source>
        <translation>这一段已放入文本。</translation>
    </message>
    <message>
        <source>Model “%1”</source>
        <translation>模型“%1”</translation>
    </message>
    <message>
        <source>temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>Both begin from nothing: write a few words in the editor first.</source>
        <translation>两边都从零开始：请先在编辑器中写几个词。</translation>
    </message>
    <message>
        <source>Both go on from “…%1”</source>
        <translation>两边都从“…%1”接着写</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>limner::app::DirectionPanel</name>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Dimension %1</source>
        <translation>维度 %1</translation>
    </message>
    <message numerus="yes">
        <source>All %n dimensions…</source>
        <translation>
            <numerusform>全部 %n 个维度…</numerusform>
        </translation>
    </message>
    <message>
        <source>share of KL</source>
        <translation>KL 份额</translation>
    </message>
    <message>
        <source>share of variance</source>
        <translation>方差份额</translation>
    </message>
    <message>
        <source>Lock a direction</source>
        <translation>锁定方向</translation>
    </message>
    <message>
        <source>Rename a direction</source>
        <translation>重命名方向</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove this direction</source>
        <translation>删除这个方向</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Reset directions</source>
        <translation>重置方向</translation>
    </message>
</context>
<context>
    <name>limner::app::Documents</name>
    <message>
        <source>This text has not been saved</source>
        <translation>这个文本尚未保存</translation>
    </message>
    <message>
        <source>Another one takes its place in the editor. Undo brings it back.</source>
        <translation>另一个文本将在编辑器中取代它。撤销可将它找回。</translation>
    </message>
    <message>
        <source>Go on without saving</source>
        <translation>不保存并继续</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>新文本</translation>
    </message>
    <message>
        <source>Open a text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>The text cannot be opened</source>
        <translation>无法打开文本</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>打开“%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) were no text; “�” stands there now.</source>
        <translation>
            <numerusform>%n 处不是文本；现以“�”代替。</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was changed by another program</source>
        <translation>“%1”已被其他程序更改</translation>
    </message>
    <message>
        <source>Saving writes over what stands in the file now.</source>
        <translation>保存会覆盖文件中现有的内容。</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>Keep the file</source>
        <translation>保留文件</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Save the text</source>
        <translation>保存文本</translation>
    </message>
    <message>
        <source>The text was not saved</source>
        <translation>文本未保存</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
</context>
<context>
    <name>limner::app::Download</name>
    <message>
        <source>it ended early</source>
        <translation>提前结束了</translation>
    </message>
</context>
<context>
    <name>limner::app::DropTarget</name>
    <message>
        <source>That is nothing Limner can open: drop a run, weights, pictures or a folder of them, or a text.</source>
        <translation>Limner 打不开这个：请拖放训练、权重、图片或图片文件夹，或者文本。</translation>
    </message>
</context>
<context>
    <name>limner::app::ExploreHeader</name>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
</context>
<context>
    <name>limner::app::ExploreModels</name>
    <message>
        <source>Training now</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Follows the newest weights</source>
        <translation>跟随最新权重</translation>
    </message>
    <message>
        <source>Comes with Limner</source>
        <translation>Limner 自带</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>打开权重…</translation>
    </message>
    <message>
        <source>Weights to explore</source>
        <translation>要探索的权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>The model of this picture is not here</source>
        <translation>找不到这张图片的模型</translation>
    </message>
</context>
<context>
    <name>limner::app::ExploreOutputs</name>
    <message>
        <source>The picture was not saved</source>
        <translation>图片未保存</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>No file manager answered. The folder is %1</source>
        <translation>文件管理器没有响应。文件夹为 %1</translation>
    </message>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>图片已复制到剪贴板</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Saved as %1, with its recipe</source>
        <translation>已存为 %1，并附上配方</translation>
    </message>
    <message>
        <source>Save as one sheet, or without an ending as a folder of pictures</source>
        <translation>保存为一张样本图；不加扩展名则保存为图片文件夹</translation>
    </message>
    <message>
        <source>The sheet is saved</source>
        <translation>样本图已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures saved</source>
        <translation>
            <numerusform>已保存 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Render the film to</source>
        <translation>影片渲染到</translation>
    </message>
    <message>
        <source>The film cannot be rendered</source>
        <translation>无法渲染影片</translation>
    </message>
    <message>
        <source>The film is rendered after %1</source>
        <translation>%1 结束后开始渲染影片</translation>
    </message>
    <message>
        <source>The film is ready: %1</source>
        <translation>影片已完成：%1</translation>
    </message>
    <message>
        <source>The pictures were not saved</source>
        <translation>图片未保存</translation>
    </message>
</context>
<context>
    <name>limner::app::ExplorePage</name>
    <message>
        <source>Walk through what a model has learned</source>
        <translation>漫游模型学到的一切</translation>
    </message>
    <message>
        <source>There is no model here yet. Train one; it can be explored while it learns.</source>
        <translation>这里还没有模型。先训练一个吧，学习过程中就能探索它。</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>训练模型</translation>
    </message>
    <message>
        <source>This model cannot be explored</source>
        <translation>无法探索此模型</translation>
    </message>
    <message>
        <source>%1 cannot be written: this walk is not kept.</source>
        <translation>无法写入 %1：这次探索不会保留。</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>step %1, %2, %3 dimensions</source>
        <translation>第 %1 步，%2，%3 维</translation>
    </message>
    <message>
        <source>Open a film</source>
        <translation>打开影片</translation>
    </message>
    <message>
        <source>Open a picture</source>
        <translation>打开图片</translation>
    </message>
    <message>
        <source>The sweep is saved: %1</source>
        <translation>扫描已保存：%1</translation>
    </message>
    <message>
        <source>Waits until %1 is done or paused</source>
        <translation>等待 %1 完成或暂停</translation>
    </message>
    <message>
        <source>The search for your picture begins</source>
        <translation>开始寻找您的图片</translation>
    </message>
    <message>
        <source>From a picture</source>
        <translation>来自图片</translation>
    </message>
</context>
<context>
    <name>limner::app::ExploreSession</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>Go to a place</source>
        <translation>转到一个位置</translation>
    </message>
    <message>
        <source>Rename a direction</source>
        <translation>重命名方向</translation>
    </message>
    <message>
        <source>Direction %1</source>
        <translation>方向 %1</translation>
    </message>
    <message>
        <source>Seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Take out of a group</source>
        <translation>从组中取出</translation>
    </message>
    <message>
        <source>Mark as A</source>
        <translation>标为 A</translation>
    </message>
    <message>
        <source>Mark as B</source>
        <translation>标为 B</translation>
    </message>
    <message>
        <source>Removed direction</source>
        <translation>已删除的方向</translation>
    </message>
</context>
<context>
    <name>limner::app::FilmPanel</name>
    <message>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <source>WebM</source>
        <translation>WebM</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>PNG frames</source>
        <translation>PNG 序列</translation>
    </message>
    <message>
        <source>Render path</source>
        <translation>渲染路径</translation>
    </message>
    <message>
        <source>Size and quality</source>
        <translation>尺寸和质量</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>needs two keys</source>
        <translation>需要两个关键帧</translation>
    </message>
    <message>
        <source>Format of the film</source>
        <translation>影片格式</translation>
    </message>
    <message>
        <source>Format: %1</source>
        <translation>格式：%1</translation>
    </message>
</context>
<context>
    <name>limner::app::GarmentPicture</name>
    <message>
        <source>Samples of a model as it learns, from noise to garments</source>
        <translation>模型学习过程中的样本，从噪声到服装</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>limner::app::HistoryStrip</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>%1 file (*.%2)</source>
        <translation>%1 文件 (*.%2)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>The plot was not saved</source>
        <translation>曲线未保存</translation>
    </message>
</context>
<context>
    <name>limner::app::InputPanel</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Sample pictures and more</source>
        <translation>示例图片等</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Drop a picture</source>
        <translation>拖放一张图片</translation>
    </message>
    <message>
        <source>Content: choose a picture</source>
        <translation>内容：选择图片</translation>
    </message>
    <message>
        <source>Sample styles</source>
        <translation>示例风格</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Styles</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>This picture cannot be used</source>
        <translation>这张图片不能使用</translation>
    </message>
    <message>
        <source>This style cannot be used</source>
        <translation>这个风格不能使用</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>There is room for four styles. Remove one first.</source>
        <translation>最多四种风格。请先移除一种。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard</source>
        <translation>剪贴板中没有图片</translation>
    </message>
    <message>
        <source>The sample picture could not be put into the project.</source>
        <translation>无法把示例图片放进项目。</translation>
    </message>
    <message>
        <source>Open a picture…</source>
        <translation>打开图片…</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Swap content and style</source>
        <translation>交换内容和风格</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>示例图片</translation>
    </message>
    <message>
        <source>Open a style…</source>
        <translation>打开风格…</translation>
    </message>
    <message>
        <source>Remove this style</source>
        <translation>移除这种风格</translation>
    </message>
    <message>
        <source>Learn this style…</source>
        <translation>学习这种风格…</translation>
    </message>
</context>
<context>
    <name>limner::app::JobBarWiring</name>
    <message>
        <source>Nothing running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message>
        <source>The part that trains could not be loaded</source>
        <translation>负责训练的部分无法加载</translation>
    </message>
    <message>
        <source>Every command:</source>
        <translation>全部命令：</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message numerus="yes">
        <source>Ready on %1, %n thread(s)</source>
        <translation>
            <numerusform>已就绪：%1，%n 个线程</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::KeyPanel</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Closed loop: the end leads to the beginning</source>
        <translation>闭合循环：结尾接回开头</translation>
    </message>
    <message>
        <source>Set a key here</source>
        <translation>在此设置关键帧</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>帧/秒</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Move a key</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>Easing</source>
        <translation>缓动</translation>
    </message>
    <message>
        <source>Set a key</source>
        <translation>设置关键帧</translation>
    </message>
    <message>
        <source>Remove a key</source>
        <translation>移除关键帧</translation>
    </message>
    <message>
        <source>Duplicate a key</source>
        <translation>创建关键帧副本</translation>
    </message>
    <message>
        <source>Paste a key</source>
        <translation>粘贴关键帧</translation>
    </message>
    <message>
        <source>Go to a place, then set a key.</source>
        <translation>先转到一个位置，再设置关键帧。</translation>
    </message>
    <message>
        <source>One more key makes a film.</source>
        <translation>再加一个关键帧，就成为影片。</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>A film needs two keys: go to a place and press the diamond, twice.</source>
        <translation>影片需要两个关键帧：转到一个位置并点击菱形，这样做两次。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>limner::app::LibraryPage</name>
    <message>
        <source>New run</source>
        <translation>新建训练</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n 次训练</numerusform>
        </translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>还没有训练</translation>
    </message>
    <message>
        <source>Choose a run</source>
        <translation>请选择一次训练</translation>
    </message>
    <message>
        <source>Part of the library</source>
        <translation>库的部分</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message numerus="yes">
        <source>%n installed</source>
        <translation>
            <numerusform>已安装 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>All that you train is kept here: recipe, curves, samples and weights.</source>
        <translation>训练的一切都保存在这里：配方、曲线、样本和权重。</translation>
    </message>
</context>
<context>
    <name>limner::app::MainWindow</name>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>风格化</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写作</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>记录库</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Limner cannot train</source>
        <translation>Limner 无法训练</translation>
    </message>
    <message>
        <source>The run cannot be read</source>
        <translation>无法读取这次训练</translation>
    </message>
    <message>
        <source>These are the settings that made the picture.</source>
        <translation>这些就是生成该图片的设置。</translation>
    </message>
    <message>
        <source>“%1” was saved when Limner closed.</source>
        <translation>Limner 关闭时已保存“%1”。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>“%1” is paused</source>
        <translation>“%1”已暂停</translation>
    </message>
    <message>
        <source>“%1” stopped</source>
        <translation>“%1”已停止</translation>
    </message>
    <message>
        <source>Checkpoint saved at step %1.</source>
        <translation>已在第 %1 步保存检查点。</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <source>This picture comes from a newer version of Limner. Update Limner to open it.</source>
        <translation>这张图片来自更新版本的 Limner。请更新 Limner 后再打开。</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>Text file</source>
        <translation>文本文件</translation>
    </message>
</context>
<context>
    <name>limner::app::MapPanel</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>The pictures of the map are being made.</source>
        <translation>正在生成地图上的图片。</translation>
    </message>
    <message>
        <source>Drag the point; Shift is finer, Alt keeps one axis. Drop pictures on corners.</source>
        <translation>拖动圆点；按住 Shift 更精细，按住 Alt 只沿一个轴。可将图片拖到角上。</translation>
    </message>
    <message>
        <source>What the map spans</source>
        <translation>地图的范围</translation>
    </message>
    <message>
        <source>Other pictures in the corners</source>
        <translation>更换角上的图片</translation>
    </message>
    <message>
        <source>Other corners</source>
        <translation>更换各角</translation>
    </message>
    <message>
        <source>Four pictures</source>
        <translation>四张图片</translation>
    </message>
    <message>
        <source>Three pictures</source>
        <translation>三张图片</translation>
    </message>
    <message>
        <source>Anchor a corner</source>
        <translation>固定一角</translation>
    </message>
    <message>
        <source>From left to right</source>
        <translation>从左到右</translation>
    </message>
    <message>
        <source>From top to bottom</source>
        <translation>从上到下</translation>
    </message>
    <message>
        <source>Two directions</source>
        <translation>两个方向</translation>
    </message>
    <message>
        <source>Drag the point; Shift is finer, Alt keeps one axis.</source>
        <translation>拖动圆点；按住 Shift 更精细，按住 Alt 只沿一个轴。</translation>
    </message>
    <message>
        <source>not on the map</source>
        <translation>不在地图上</translation>
    </message>
</context>
<context>
    <name>limner::app::MeasureBar</name>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>How many words the model wavered between, on average, up to the caret: 1 is certain</source>
        <translation>到光标为止，模型平均在多少个词之间犹豫：1 为确定</translation>
    </message>
    <message>
        <source>Mean entropy</source>
        <translation>平均熵</translation>
    </message>
    <message>
        <source>How undecided the model was, on average, up to the caret</source>
        <translation>到光标为止，模型平均有多犹豫</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Of the whole text</source>
        <translation>整个文本的</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>Of the text before the caret, and how many the model looks back on</source>
        <translation>光标之前文本的，以及模型能回看多少个</translation>
    </message>
    <message>
        <source>Repeated 4-grams</source>
        <translation>重复的四词组</translation>
    </message>
    <message>
        <source>Four words in a row that stood there before: much of it means going in circles</source>
        <translation>前面出现过的连续四个词：多了就是在原地打转</translation>
    </message>
    <message>
        <source>BLEU</source>
        <translation>BLEU</translation>
    </message>
    <message>
        <source>Against the text of reference: 0 to 100</source>
        <translation>与参考文本比较：0 到 100</translation>
    </message>
    <message>
        <source>ROUGE-L</source>
        <translation>ROUGE-L</translation>
    </message>
    <message>
        <source>Against the text of reference: 0 to 1</source>
        <translation>与参考文本比较：0 到 1</translation>
    </message>
    <message>
        <source>METEOR</source>
        <translation>METEOR</translation>
    </message>
    <message>
        <source>Reference…</source>
        <translation>参考文本…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 比特</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>立即评测</translation>
    </message>
    <message>
        <source>Measure against “%1” no longer</source>
        <translation>不再与“%1”比较</translation>
    </message>
    <message>
        <source>Text of reference</source>
        <translation>参考文本</translation>
    </message>
    <message>
        <source>Measured against %1</source>
        <translation>与 %1 比较</translation>
    </message>
    <message>
        <source>Measure the text against a file</source>
        <translation>将文本与文件比较</translation>
    </message>
    <message>
        <source>The text cannot be measured</source>
        <translation>无法评测文本</translation>
    </message>
</context>
<context>
    <name>limner::app::MemoryPanel</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Places that are worth coming back to.</source>
        <translation>值得再回来的位置。</translation>
    </message>
    <message>
        <source>Keep this place</source>
        <translation>将此位置存为书签</translation>
    </message>
    <message>
        <source>Rename a bookmark</source>
        <translation>重命名书签</translation>
    </message>
    <message>
        <source>Rate a bookmark</source>
        <translation>给书签评分</translation>
    </message>
    <message>
        <source>Remove a bookmark</source>
        <translation>移除书签</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>位置 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n 个位置</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n branches</source>
        <translation>
            <numerusform>%n 个分支</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>limner::app::NetworkCard</name>
    <message>
        <source>Neural style, Dream</source>
        <translation>神经风格、DeepDream</translation>
    </message>
    <message>
        <source>Fast style</source>
        <translation>快速风格</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Chosen network</source>
        <translation>所选网络</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>选择一个网络</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>The file is what was imported, checked just now.</source>
        <translation>文件与导入时相同，刚刚检查过。</translation>
    </message>
    <message>
        <source>The file is not what was imported. Remove it and import it again.</source>
        <translation>文件与导入时不同。请删除它，再重新导入。</translation>
    </message>
    <message>
        <source>The imported file matched the hash that its makers publish.</source>
        <translation>导入的文件与制作者公布的哈希相符。</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>显示所在文件夹</translation>
    </message>
</context>
<context>
    <name>limner::app::NetworkOffers</name>
    <message>
        <source>First of the library</source>
        <translation>库中的第一个</translation>
    </message>
    <message>
        <source>None installed</source>
        <translation>没有安装</translation>
    </message>
    <message>
        <source>%1 (not here)</source>
        <translation>%1（不在这里）</translation>
    </message>
    <message>
        <source>%1 (run)</source>
        <translation>%1（训练）</translation>
    </message>
    <message>
        <source>Not installed. The library page fetches it (%1 MB), and takes in files.</source>
        <translation>没有安装。记录库页面可以获取它（%1 MB），也可收下文件。</translation>
    </message>
    <message>
        <source>Needs a network of a style: drop its file on the library page, or learn one in Train.</source>
        <extracomment>How to get a network for fast style.</extracomment>
        <translation>需要一个风格网络：将其文件拖到记录库页面，或在“训练”中学习一个。</translation>
    </message>
    <message>
        <source>Needs a feature network: the library page fetches SqueezeNet 1.1 (5 MB).</source>
        <translation>需要特征网络：记录库页面可获取 SqueezeNet 1.1（5 MB）。</translation>
    </message>
</context>
<context>
    <name>limner::app::NetworkRow</name>
    <message>
        <source>Licence unknown</source>
        <translation>许可证未知</translation>
    </message>
    <message>
        <source>Get…</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>Stop for now; what has come is kept</source>
        <translation>暂停；已收到的部分会保留</translation>
    </message>
    <message>
        <source>Stop and throw away what has come</source>
        <translation>停止，并丢弃已收到的部分</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Whole, checked just now</source>
        <translation>完好，刚刚检查过</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>与公布的相同</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
</context>
<context>
    <name>limner::app::NetworkShelf</name>
    <message>
        <source>Fetch %1?</source>
        <translation>获取 %1？</translation>
    </message>
    <message>
        <source>%1 from %2, licence %3.</source>
        <translation>%1，来自 %2，许可证 %3。</translation>
    </message>
    <message>
        <source>It is held against the SHA-256 that its makers publish, and only its tensors are kept.</source>
        <translation>会与制作者公布的 SHA-256 核对，只保留其中的张量。</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>%1 has not come whole</source>
        <translation>%1 没有完整收到</translation>
    </message>
    <message>
        <source>The file was not taken in</source>
        <translation>文件没有收进来</translation>
    </message>
    <message>
        <source>The network is in the library.</source>
        <translation>网络已在库中。</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Its file is deleted from the project.</source>
        <translation>它的文件将从项目中删除。</translation>
    </message>
    <message>
        <source>What was made with it stays.</source>
        <translation>用它做的东西会保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>The network was not removed</source>
        <translation>网络没有删除</translation>
    </message>
</context>
<context>
    <name>limner::app::NetworksView</name>
    <message>
        <source>Drop a .safetensors or PyTorch .pth file here</source>
        <translation>把 .safetensors 或 PyTorch 的 .pth 文件拖放到这里</translation>
    </message>
    <message>
        <source>Read in a separate process that knows tensors only. Names, shapes and hash are checked before anything is kept.</source>
        <translation>由只认识张量的单独进程读取。保留之前会检查名称、形状和哈希。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>导入权重</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt *.bin)</source>
        <translation>权重 (*.safetensors *.pth *.pt *.bin)</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>已安装</translation>
    </message>
    <message>
        <source>Known, not installed</source>
        <translation>已知，未安装</translation>
    </message>
</context>
<context>
    <name>limner::app::NewRunView</name>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
</context>
<context>
    <name>limner::app::OwnPicture</name>
    <message>
        <source>The picture was not encoded</source>
        <translation>图片没有编码</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard</source>
        <translation>剪贴板中没有图片</translation>
    </message>
    <message>
        <source>%1 cannot be written: the picture was not pasted.</source>
        <translation>无法写入 %1：图片没有粘贴。</translation>
    </message>
    <message>
        <source>Own picture</source>
        <translation>自己的图片</translation>
    </message>
    <message>
        <source>Your picture was found in %1; open that model and bring it in again to see it.</source>
        <translation>您的图片是在 %1 中找到的；请打开那个模型，再放进来看。</translation>
    </message>
</context>
<context>
    <name>limner::app::ParameterPanel</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>查找参数</translation>
    </message>
    <message>
        <source>Set everything back to standard</source>
        <translation>全部恢复默认值</translation>
    </message>
    <message>
        <source>Name or word of a help text</source>
        <translation>名称或说明中的词</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::PicturePanel</name>
    <message>
        <source>Seeds</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>The model is being opened.</source>
        <translation>正在打开模型。</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Smooth between the pixels, or crisp squares</source>
        <translation>像素之间平滑过渡，或显示为清晰的方块</translation>
    </message>
    <message>
        <source>%1 × %2 px, shown at %3 %</source>
        <translation>%1 × %2 像素，以 %3 % 显示</translation>
    </message>
    <message>
        <source>A moment of the film; any move leads back</source>
        <translation>影片中的一刻；任何移动都会返回探索</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Show this picture</source>
        <translation>显示这张图片</translation>
    </message>
</context>
<context>
    <name>limner::app::PlacePanel</name>
    <message>
        <source>Set all directions to 0 that are not locked</source>
        <translation>将所有未锁定的方向归零</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Path between pictures</source>
        <translation>图片之间的路径</translation>
    </message>
    <message>
        <source>Spherical</source>
        <translation>球面</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Spline</source>
        <translation>样条</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Bookmark %1 of the sum</source>
        <translation>算式中的书签 %1</translation>
    </message>
    <message>
        <source>Go to this sum of bookmarks</source>
        <translation>转到书签加减的结果</translation>
    </message>
    <message>
        <source>Between pictures</source>
        <translation>图片之间</translation>
    </message>
    <message>
        <source>Drop a picture here, paste one, or choose a file.</source>
        <translation>将图片拖到这里、粘贴，或选择文件。</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>A picture to bring into latent space</source>
        <translation>要带入潜空间的图片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Your own picture</source>
        <translation>自己的图片</translation>
    </message>
    <message>
        <source>encode, then edit</source>
        <translation>先编码，再编辑</translation>
    </message>
    <message>
        <source>Drop a picture here, paste one, or choose a file. This model has no encoder: the nearest picture is searched for, which takes a while.</source>
        <translation>将图片拖到这里、粘贴，或选择文件。此模型没有编码器：将搜索最接近的图片，需要一些时间。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>Keep some places as bookmarks first; then they can be added and taken away.</source>
        <translation>请先将几个位置存为书签，然后就能对它们做加减。</translation>
    </message>
    <message>
        <source>Find a direction</source>
        <translation>寻找方向</translation>
    </message>
    <message>
        <source>from A to B</source>
        <translation>从 A 到 B</translation>
    </message>
</context>
<context>
    <name>limner::app::RenameCard</name>
    <message>
        <source>Rename this run</source>
        <translation>重命名这次训练</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Keep the old name</source>
        <translation>保留原名</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>limner::app::ResultPanel</name>
    <message>
        <source>Results gather here. Each brings back the settings that made it.</source>
        <translation>结果收集在这里。每个结果都能带回做出它的设置。</translation>
    </message>
    <message>
        <source>Show with its settings</source>
        <translation>连同设置一起显示</translation>
    </message>
    <message>
        <source>Go on from here</source>
        <translation>从这里继续</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Remove from the history</source>
        <translation>从历史中移除</translation>
    </message>
</context>
<context>
    <name>limner::app::RunActions</name>
    <message>
        <source>The run cannot go on</source>
        <translation>这次训练无法继续</translation>
    </message>
    <message>
        <source>No file manager answered. The folder is %1</source>
        <translation>文件管理器没有响应。文件夹为 %1</translation>
    </message>
    <message>
        <source>“%1” is training. Stop it first.</source>
        <translation>“%1”正在训练。请先停止。</translation>
    </message>
    <message>
        <source>Move “%1” to the trash?</source>
        <translation>将“%1”移到回收站？</translation>
    </message>
    <message>
        <source>Its checkpoints, samples and numbers go with it.</source>
        <translation>其检查点、样本和数值会一并移走。</translation>
    </message>
    <message>
        <source>It can be taken back from the trash of this computer.</source>
        <translation>可以从本机的回收站恢复。</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>“%1” is in the trash.</source>
        <translation>“%1”已在回收站。</translation>
    </message>
    <message>
        <source>“%1” was not moved</source>
        <translation>“%1”未移动</translation>
    </message>
</context>
<context>
    <name>limner::app::RunCard</name>
    <message>
        <source>Chosen run</source>
        <translation>所选训练</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Newest samples</source>
        <translation>最新样本</translation>
    </message>
    <message>
        <source>No samples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>训练时长</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Best at step</source>
        <translation>最佳步数</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Check files</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Trash…</source>
        <translation>移到回收站…</translation>
    </message>
    <message>
        <source>Reads every file and compares it with its hash</source>
        <translation>读取每个文件并核对哈希值</translation>
    </message>
    <message>
        <source>Asks, then moves the run to the trash</source>
        <translation>确认后将训练移到回收站</translation>
    </message>
    <message numerus="yes">
        <source>All %n files are whole and match their hashes.</source>
        <translation>
            <numerusform>全部 %n 个文件均完整，与哈希值相符。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::RunHeader</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>A new run that starts from these weights</source>
        <translation>从这些权重开始的新训练</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>训练：%1</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Write with it</source>
        <translation>用它写作</translation>
    </message>
    <message>
        <source>Opens the newest weights of this run in Write</source>
        <translation>在“写作”中打开这次训练的最新权重</translation>
    </message>
</context>
<context>
    <name>limner::app::SamplePanel</name>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The first samples come with the first preview.</source>
        <translation>首批样本将随第一次预览出现。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>EMA</source>
        <translation>EMA</translation>
    </message>
    <message>
        <source>Averaged weights: calmer, usually better</source>
        <translation>平均权重：更平稳，通常更好</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>The weights of this very step</source>
        <translation>这一步的权重</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>, EMA weights</source>
        <translation>，EMA 权重</translation>
    </message>
    <message>
        <source>, raw weights</source>
        <translation>，原始权重</translation>
    </message>
    <message>
        <source>Sample %1, step %2</source>
        <translation>样本 %1，第 %2 步</translation>
    </message>
    <message>
        <source>The sample is on the clipboard.</source>
        <translation>样本已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the sample</source>
        <translation>保存样本</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The sample was not saved</source>
        <translation>样本未保存</translation>
    </message>
    <message>
        <source>Saved as %1, with its recipe</source>
        <translation>已存为 %1，并附上配方</translation>
    </message>
    <message>
        <source>Saved as %1, without a recipe: the sheet of this step is not on the disk</source>
        <translation>已存为 %1，但没有附上配方：这一步的样本图还不在磁盘上</translation>
    </message>
    <message>
        <source>What the model writes by now</source>
        <translation>模型目前所写的</translation>
    </message>
    <message>
        <source>what it writes by now</source>
        <translation>它目前所写的</translation>
    </message>
    <message>
        <source>what it wrote then</source>
        <translation>它当时写的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n fixed samples</source>
        <translation>
            <numerusform>%n 个固定样本</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::SearchView</name>
    <message>
        <source>Your picture</source>
        <translation>您的图片</translation>
    </message>
    <message>
        <source>The best so far</source>
        <translation>目前最好的</translation>
    </message>
    <message>
        <source>Go on from the best</source>
        <translation>从最好的继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1, difference %2</source>
        <translation>%1，差异 %2</translation>
    </message>
</context>
<context>
    <name>limner::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>What you changed takes effect at the next start.</source>
        <translation>更改将在下次启动时生效。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Limner %1, LibTorch %2</source>
        <translation>Limner %1，LibTorch %2</translation>
    </message>
    <message numerus="yes">
        <source>Computes on %1 with %n thread(s)</source>
        <translation>
            <numerusform>在 %1 上以 %n 个线程计算</numerusform>
        </translation>
    </message>
    <message>
        <source>Qt %1</source>
        <translation>Qt %1</translation>
    </message>
    <message>
        <source>Log: %1</source>
        <translation>日志：%1</translation>
    </message>
</context>
<context>
    <name>limner::app::ShortcutEditor</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其按键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用这些按键</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不用按键</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>占用这些按键</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which would have no keys then.</source>
        <translation>%1 属于“%2”，改后它将没有按键。</translation>
    </message>
    <message>
        <source>Choose a command, then press its new keys.</source>
        <translation>请选择命令，然后按下新按键。</translation>
    </message>
</context>
<context>
    <name>limner::app::StartPanel</name>
    <message>
        <source>Keep best</source>
        <translation>保留最好的</translation>
    </message>
    <message>
        <source>Stop here and keep the best picture so far</source>
        <translation>在此停止，保留目前最好的图片</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from the shown result with these settings</source>
        <translation>用这些设置从所显示的结果继续</translation>
    </message>
    <message>
        <source>Stylize</source>
        <translation>风格化</translation>
    </message>
    <message>
        <source>Queue another</source>
        <translation>再排一个</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个在等待</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::StylizeHeader</name>
    <message>
        <source>New picture</source>
        <translation>新图片</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>What each channel likes</source>
        <translation>各通道喜欢什么</translation>
    </message>
    <message>
        <source>A movie that dreams itself into the picture</source>
        <translation>一段在梦中进入图片的影片</translation>
    </message>
</context>
<context>
    <name>limner::app::StylizeOutputs</name>
    <message>
        <source>The picture is in the clipboard</source>
        <translation>图片已在剪贴板中</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>The picture was not saved</source>
        <translation>图片没有保存</translation>
    </message>
    <message>
        <source>Saved as %1, with its recipe</source>
        <translation>已保存为 %1，含配方</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>No file manager answered. The folder is %1</source>
        <translation>没有文件管理器响应。文件夹是 %1</translation>
    </message>
</context>
<context>
    <name>limner::app::StylizePage</name>
    <message>
        <source>That did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>%1 cannot be written: this history is not kept.</source>
        <translation>无法写入 %1：这段历史不会保存。</translation>
    </message>
    <message>
        <source>Add a style</source>
        <translation>添加风格</translation>
    </message>
    <message>
        <source>growing</source>
        <translation>正在生长</translation>
    </message>
    <message>
        <source>kept as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>The picture cannot be made</source>
        <translation>无法制作图片</translation>
    </message>
    <message>
        <source>These are its settings, but %1 is not there any more.</source>
        <translation>这些是它的设置，但 %1 已不在了。</translation>
    </message>
    <message>
        <source>These are the settings that made the picture.</source>
        <translation>这些是做出这张图片的设置。</translation>
    </message>
    <message>
        <source>This belongs to DeepDream: choose that method first.</source>
        <translation>这属于 DeepDream：请先选择该方法。</translation>
    </message>
</context>
<context>
    <name>limner::app::StylizeSession</name>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Remove a style</source>
        <translation>移除风格</translation>
    </message>
    <message>
        <source>Settings of a picture</source>
        <translation>一张图片的设置</translation>
    </message>
    <message>
        <source>Show “%1”</source>
        <translation>显示“%1”</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
</context>
<context>
    <name>limner::app::StylizeSweep</name>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Make the sweep</source>
        <translation>制作扫描</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Choose two parameters. Each cell is a picture; a click takes its settings.</source>
        <translation>选择两个参数。每格是一张图片；点击即采用它的设置。</translation>
    </message>
    <message>
        <source>The sweep is saved as %1</source>
        <translation>扫描已保存为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>The sweep cannot be made</source>
        <translation>无法制作扫描</translation>
    </message>
    <message>
        <source>The first picture is being made.</source>
        <translation>正在制作第一张图片。</translation>
    </message>
</context>
<context>
    <name>limner::app::SweepAxisRow</name>
    <message>
        <source>%1: what changes</source>
        <translation>%1：改变什么</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1：从</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1：到</translation>
    </message>
    <message>
        <source>%1: pictures</source>
        <translation>%1：张数</translation>
    </message>
</context>
<context>
    <name>limner::app::SweepPanel</name>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Save with axes</source>
        <translation>连同坐标轴保存</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>%1: what changes</source>
        <translation>%1：变化的项</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1：从</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1：到</translation>
    </message>
    <message>
        <source>%1: pictures</source>
        <translation>%1：图片数</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>保存扫描图</translation>
    </message>
    <message>
        <source>The sweep cannot be saved</source>
        <translation>无法保存扫描图</translation>
    </message>
    <message>
        <source>Dimension %1</source>
        <translation>维度 %1</translation>
    </message>
    <message>
        <source>The pictures of the sweep are being made.</source>
        <translation>正在生成扫描的图片。</translation>
    </message>
</context>
<context>
    <name>limner::app::TrainPage</name>
    <message>
        <source>New run</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>The run did not start</source>
        <translation>训练没有开始</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>Stopped at step %1</source>
        <translation>停在第 %1 步</translation>
    </message>
    <message>
        <source>Text to learn from</source>
        <translation>学习所用的文本</translation>
    </message>
    <message>
        <source>Folder to learn from</source>
        <translation>学习所用的文件夹</translation>
    </message>
</context>
<context>
    <name>limner::app::WelcomePage</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
    <message>
        <source>Teach a model to make pictures.</source>
        <translation>教模型画图。</translation>
    </message>
    <message>
        <source>Train your first model</source>
        <translation>训练第一个模型</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Begin with your own</source>
        <translation>从自己的内容开始</translation>
    </message>
    <message>
        <source>Nothing yet. Runs appear here.</source>
        <translation>还没有内容。训练会出现在这里。</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1，第 %2 步</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>
The button trains on %1 instead.</source>
        <translation>
按钮将改用 %1 训练。</translation>
    </message>
    <message>
        <source>
Or choose a folder of pictures below.</source>
        <translation>
或在下方选择图片文件夹。</translation>
    </message>
    <message>
        <source>Learns to draw garments from 60,000 small pictures.
First shapes after a few hundred steps.</source>
        <translation>从 60,000 张小图片中学习绘制服装。
几百步之后就能看到最初的轮廓。</translation>
    </message>
    <message>
        <source>Watch it learn, walk through what it has learned, and make things with it.
Everything stays on this computer.</source>
        <translation>看着它学习，漫游它学到的东西，用它创作。
一切都留在这台电脑上。</translation>
    </message>
    <message>
        <source>Drop pictures, a text, a run or a Limner picture anywhere in this window.</source>
        <translation>可将图片、文本、训练或 Limner 图片拖到窗口任意处。</translation>
    </message>
</context>
<context>
    <name>limner::app::WriteHeader</name>
    <message>
        <source>How to write</source>
        <translation>写作方式</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>编辑器</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Text: %1</source>
        <translation>文本：%1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>模型：%1</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>limner::app::WriteInspector</name>
    <message>
        <source>%1 M</source>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>characters, %1</source>
        <translation>字符，%1</translation>
    </message>
    <message>
        <source>bytes, %1</source>
        <translation>字节，%1</translation>
    </message>
    <message>
        <source>BPE, %1</source>
        <translation>BPE，%1</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Style tags</source>
        <translation>风格标签</translation>
    </message>
    <message>
        <source>Next word</source>
        <translation>下一个词</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>关于模型</translation>
    </message>
    <message>
        <source>Click writes the word at the caret</source>
        <translation>点击即在光标处写入该词</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Tokenizer</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>训练时长</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>%1, float32</source>
        <translation>%1，float32</translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n 个词元</numerusform>
        </translation>
    </message>
    <message>
        <source>all of the text</source>
        <translation>全部文本</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>after “%1”</source>
        <translation>在“%1”之后</translation>
    </message>
    <message numerus="yes">
        <source>The model sees the last part of the text: %n token(s) before it did not fit.</source>
        <translation>
            <numerusform>模型只看到文本的最后一部分：之前的 %n 个词元放不下。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waits for its turn.</source>
        <translation>等待轮到自己。</translation>
    </message>
</context>
<context>
    <name>limner::app::WriteModels</name>
    <message>
        <source>Still training: writes with its newest checkpoint</source>
        <translation>仍在训练：用最新的检查点写作</translation>
    </message>
    <message>
        <source>Training now</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Comes with Limner</source>
        <translation>Limner 自带</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Open weights…</source>
        <translation>打开权重…</translation>
    </message>
    <message>
        <source>Weights that write</source>
        <translation>能写作的权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
</context>
<context>
    <name>limner::app::WritePage</name>
    <message>
        <source>Begin a sentence, then let the model go on.</source>
        <translation>写下句子的开头，再让模型接着写。</translation>
    </message>
    <message>
        <source>Write with a model</source>
        <translation>与模型一起写作</translation>
    </message>
    <message>
        <source>There is no model that writes yet. Train a small one on a text of yours: ten minutes are enough to begin with.</source>
        <translation>还没有能写作的模型。用自己的文本训练一个小模型：开始时十分钟就够。</translation>
    </message>
    <message>
        <source>Train on a text</source>
        <translation>用文本训练</translation>
    </message>
    <message>
        <source>The model cannot write</source>
        <translation>模型无法写作</translation>
    </message>
    <message>
        <source>%1 cannot be written: this text is not kept.</source>
        <translation>无法写入 %1：这个文本不会保留。</translation>
    </message>
    <message>
        <source>Right column</source>
        <translation>右栏</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>kept in the project</source>
        <translation>已存入项目</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>文本已复制到剪贴板。</translation>
    </message>
    <message>
        <source>These are the prompt and the settings of the text.</source>
        <translation>这些是该文本的提示和设置。</translation>
    </message>
    <message>
        <source>These are the prompt and the settings, but the model is not there any more.</source>
        <translation>这些是提示和设置，但模型已不在了。</translation>
    </message>
</context>
<context>
    <name>limner::app::WriteSession</name>
    <message>
        <source>Fill in</source>
        <translation>填补</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>续写</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Branch at “%1”</source>
        <translation>在“%1”处分支</translation>
    </message>
    <message>
        <source>Insert “%1”</source>
        <translation>插入“%1”</translation>
    </message>
    <message>
        <source>Take a passage</source>
        <translation>采用一段</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <translation>转到“%1”</translation>
    </message>
    <message>
        <source>Keep a branch</source>
        <translation>保留分支</translation>
    </message>
    <message>
        <source>Remove a branch</source>
        <translation>删除分支</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Style tag</source>
        <translation>风格标签</translation>
    </message>
    <message>
        <source>Model “%1”</source>
        <translation>模型“%1”</translation>
    </message>
    <message>
        <source>Settings of a text</source>
        <translation>文本的设置</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>limner::app::ZoomPanel</name>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>A folder of PNG frames</source>
        <translation>PNG 序列文件夹</translation>
    </message>
    <message>
        <source>Make the movie</source>
        <translation>制作影片</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Drop a content picture first.</source>
        <translation>请先拖入内容图片。</translation>
    </message>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>The movie cannot be made</source>
        <translation>无法制作影片</translation>
    </message>
    <message>
        <source>The movie is %1.</source>
        <translation>影片已完成：%1。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>The movie begins with a DeepDream of the content and goes deeper into it, with the settings at the right. Its frames appear here.</source>
        <translation>影片从内容图片的 DeepDream 开始，按右侧的设置不断深入。画面会出现在这里。</translation>
    </message>
</context>
<context>
    <name>limner::widgets</name>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>%1 is above the range, %2 to %3.</source>
        <extracomment>%1 is the number typed, %2 and %3 the limits.</extracomment>
        <translation>%1 超出范围：%2 至 %3。</translation>
    </message>
    <message>
        <source>%1 is below the range, %2 to %3.</source>
        <translation>%1 低于范围：%2 至 %3。</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
    <message>
        <source>%1 to %2, default %3.</source>
        <extracomment>The range of a parameter and its default value: &quot;1e-6 to 1, default 2e-4.&quot;</extracomment>
        <translation>%1 至 %2，默认 %3。</translation>
    </message>
    <message>
        <source>Default: %1.</source>
        <translation>默认：%1。</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>缓入缓出</translation>
    </message>
    <message>
        <source>ease</source>
        <translation>缓入缓出</translation>
    </message>
    <message>
        <source>Ease in</source>
        <translation>缓入</translation>
    </message>
    <message>
        <source>ease in</source>
        <translation>缓入</translation>
    </message>
    <message>
        <source>Ease out</source>
        <translation>缓出</translation>
    </message>
    <message>
        <source>ease out</source>
        <translation>缓出</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>保持</translation>
    </message>
</context>
<context>
    <name>limner::widgets::BranchTree</name>
    <message>
        <source>Branches</source>
        <translation>分支</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 / %2：%3</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ClassBars</name>
    <message>
        <source>Pictures in each class</source>
        <translation>每类图片数</translation>
    </message>
</context>
<context>
    <name>limner::widgets::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>↑ ↓ choose      Enter run</source>
        <translation>↑ ↓ 选择      回车 执行</translation>
    </message>
    <message>
        <source>Ctrl+K change its shortcut</source>
        <translation>Ctrl+K 更改快捷键</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>limner::widgets::CompareView</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>limner::widgets::DataCard</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Pictures of the data set</source>
        <translation>数据集中的图片</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation>%1 张图片</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>The beginning of the text</source>
        <translation>文本的开头</translation>
    </message>
    <message>
        <source>%1 characters</source>
        <translation>%1 个字符</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个词元</translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>正在读取数据…</translation>
    </message>
    <message>
        <source>Choose data to see what is in it.</source>
        <translation>请选择数据以查看其内容。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::DirectionItem</name>
    <message>
        <source>Keep this value while dice, map and reset change the others</source>
        <translation>骰子、地图和重置更改其他值时，此值保持不变</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>Lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Name of the direction</source>
        <translation>方向名称</translation>
    </message>
</context>
<context>
    <name>limner::widgets::DirectionList</name>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter by name or number</source>
        <translation>按名称或编号筛选</translation>
    </message>
    <message>
        <source>Nothing has this in its name.</source>
        <translation>没有名称符合筛选。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::EntropyStrip</name>
    <message>
        <source>How undecided the model was in each line</source>
        <translation>模型在每一行有多犹豫</translation>
    </message>
    <message>
        <source>%1 bits: how undecided the model was in this line, on average</source>
        <translation>%1 比特：模型在这一行的平均犹豫程度</translation>
    </message>
</context>
<context>
    <name>limner::widgets::FilmStrip</name>
    <message>
        <source>This sample through training</source>
        <translation>这个样本的训练过程</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>limner::widgets::FindBar</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>替换为</translation>
    </message>
    <message>
        <source>Capitals count</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>The one before (Shift+F3)</source>
        <translation>上一个 (Shift+F3)</translation>
    </message>
    <message>
        <source>The next one (F3)</source>
        <translation>下一个 (F3)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>全部替换</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>没有找到</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>limner::widgets::HistoryTree</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Place %1 of %2, branch %3. %4</source>
        <translation>位置 %1 / %2，分支 %3。%4</translation>
    </message>
</context>
<context>
    <name>limner::widgets::JobBar</name>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>没有运行中的任务</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop: saves, then ends the job</source>
        <translation>停止：先保存，再结束任务</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>立即保存</translation>
    </message>
    <message>
        <source>Save a checkpoint now</source>
        <translation>立即保存检查点</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop: ends the job</source>
        <translation>停止：结束任务</translation>
    </message>
</context>
<context>
    <name>limner::widgets::JobReadout</name>
    <message>
        <source>Current job</source>
        <translation>当前任务</translation>
    </message>
</context>
<context>
    <name>limner::widgets::KeyTrack</name>
    <message>
        <source>Keyframes</source>
        <translation>关键帧</translation>
    </message>
    <message>
        <source>Key %1 of %2 at %3</source>
        <translation>关键帧 %1 / %2，位于 %3</translation>
    </message>
    <message>
        <source>Key %1 at %2</source>
        <translation>关键帧 %1，位于 %2</translation>
    </message>
    <message>
        <source>How the picture moves to the next key</source>
        <translation>图片如何过渡到下一个关键帧</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>创建副本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>limner::widgets::LatentMap</name>
    <message>
        <source>The map appears here.</source>
        <translation>地图会出现在这里。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>%1 across, %2 down</source>
        <translation>横向 %1，纵向 %2</translation>
    </message>
    <message>
        <source>%1. Drop another picture or bookmark here to put it in this corner.</source>
        <extracomment>%1 is the name of a picture.</extracomment>
        <translation>%1。将其他图片或书签拖到这里，即可放在这一角。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::LossPlot</name>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>More about the plot</source>
        <translation>曲线的更多操作</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Follow the newest step</source>
        <translation>跟随最新一步</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>导出为 PNG…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>导出为 PDF…</translation>
    </message>
    <message>
        <source>Export numbers as CSV…</source>
        <translation>将数值导出为 CSV…</translation>
    </message>
</context>
<context>
    <name>limner::widgets::MaskCanvas</name>
    <message>
        <source>Region</source>
        <translation>区域</translation>
    </message>
</context>
<context>
    <name>limner::widgets::MethodList</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>limner::widgets::NoticeCard</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What was kept</source>
        <translation>保留了什么</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详细信息</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ParamForm</name>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>set before start</source>
        <translation>开始前设定</translation>
    </message>
    <message>
        <source>live</source>
        <translation>可实时更改</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ParamRow</name>
    <message>
        <source>Reset %1</source>
        <translation>重置 %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>恢复为 %1</translation>
    </message>
    <message>
        <source>May change while it runs</source>
        <translation>运行中可以更改</translation>
    </message>
    <message>
        <source>Fixed at the start. Branch the run to change this.</source>
        <translation>开始时已固定。要更改请新建分支。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PathPicker</name>
    <message>
        <source>Look for a file</source>
        <translation>查找文件</translation>
    </message>
    <message>
        <source>Look for a folder</source>
        <translation>查找文件夹</translation>
    </message>
    <message>
        <source>Look for a run</source>
        <translation>查找训练</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PictureCanvas</name>
    <message>
        <source>No picture yet</source>
        <translation>还没有图片</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PictureView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PictureWell</name>
    <message>
        <source>Drop a picture</source>
        <translation>拖放一张图片</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PipelineBar</name>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1，%2 / %3</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PlaceDelegate</name>
    <message>
        <source>Name of the bookmark</source>
        <translation>书签名称</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PlaceModel</name>
    <message>
        <source>%1, rated %2 of 5</source>
        <translation>%1，评分 %2 / 5</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PlaceStrip</name>
    <message>
        <source>Bookmarks</source>
        <translation>书签</translation>
    </message>
    <message>
        <source>Bookmarks appear here.</source>
        <translation>书签会出现在这里。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::PlotCanvas</name>
    <message>
        <source>Losses over steps</source>
        <translation>损失随步数的变化</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ProbabilityBars</name>
    <message>
        <source>Likely words</source>
        <translation>可能的词</translation>
    </message>
</context>
<context>
    <name>limner::widgets::QueueChip</name>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Drag or Alt+↑ ↓ to move, Delete to remove</source>
        <translation>拖动或 Alt+↑ ↓ 移动，Delete 移除</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 个等待</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::widgets::QueueList</name>
    <message>
        <source>Waiting jobs</source>
        <translation>等待中的任务</translation>
    </message>
</context>
<context>
    <name>limner::widgets::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>工作区</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ResultStrip</name>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Growing now</source>
        <translation>正在生长</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
</context>
<context>
    <name>limner::widgets::RunList</name>
    <message>
        <source>Runs</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Filter runs</source>
        <translation>筛选训练</translation>
    </message>
    <message>
        <source>Filter: name, model, data</source>
        <translation>筛选：名称、模型、数据</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>移到回收站…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No runs yet. What you train appears here.</source>
        <translation>还没有训练。训练的内容会出现在这里。</translation>
    </message>
    <message>
        <source>No run matches the filter.</source>
        <translation>没有符合筛选的训练。</translation>
    </message>
</context>
<context>
    <name>limner::widgets::RunListDelegate</name>
    <message>
        <source>Name of the run</source>
        <translation>训练名称</translation>
    </message>
</context>
<context>
    <name>limner::widgets::RunListModel</name>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Can go on</source>
        <translation>可以继续</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>已失败</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 d ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
</context>
<context>
    <name>limner::widgets::SampleGrid</name>
    <message>
        <source>No samples yet</source>
        <translation>还没有样本</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Sample %1 of %2</source>
        <translation>样本 %1 / %2</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>样本 %1</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ScalarLegend</name>
    <message>
        <source>Lines</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>%1 已显示</translation>
    </message>
    <message>
        <source>%1 is hidden</source>
        <translation>%1 已隐藏</translation>
    </message>
</context>
<context>
    <name>limner::widgets::StyleList</name>
    <message>
        <source>Drop a style</source>
        <translation>拖放一种风格</translation>
    </message>
    <message>
        <source>Add a style</source>
        <translation>添加风格</translation>
    </message>
</context>
<context>
    <name>limner::widgets::StyleRow</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Remove this style</source>
        <translation>移除这种风格</translation>
    </message>
    <message>
        <source>Style: %1</source>
        <translation>风格：%1</translation>
    </message>
    <message>
        <source>Remove the style %1</source>
        <translation>移除风格 %1</translation>
    </message>
</context>
<context>
    <name>limner::widgets::SurpriseLegend</name>
    <message>
        <source>Tints run from expected to surprising</source>
        <translation>底色从意料之中到出人意料</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>意料之中</translation>
    </message>
    <message>
        <source>Surprising</source>
        <translation>出人意料</translation>
    </message>
</context>
<context>
    <name>limner::widgets::SweepView</name>
    <message>
        <source>No sweep yet</source>
        <translation>还没有扫描图</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
</context>
<context>
    <name>limner::widgets::TagChips</name>
    <message>
        <source>Style tags</source>
        <translation>风格标签</translation>
    </message>
</context>
<context>
    <name>limner::widgets::TextEditor</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>What else might stand here</source>
        <translation>这里还可能是什么</translation>
    </message>
</context>
<context>
    <name>limner::widgets::ThumbRow</name>
    <message>
        <source>Group %1</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>Click to take it out</source>
        <translation>点击取出</translation>
    </message>
    <message>
        <source>%1. Click to take it out</source>
        <translation>%1。点击取出</translation>
    </message>
</context>
<context>
    <name>limner::widgets::TileView</name>
    <message>
        <source>Chosen sample</source>
        <translation>所选样本</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Back to the whole grid (Esc)</source>
        <translation>回到整个网格 (Esc)</translation>
    </message>
    <message>
        <source>This sample through training</source>
        <translation>这个样本的训练过程</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
</context>
<context>
    <name>limner::widgets::TimeLine</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
</context>
<context>
    <name>limner::widgets::TokenPopup</name>
    <message>
        <source>What else might stand here</source>
        <translation>这里还可能是什么</translation>
    </message>
    <message>
        <source>How undecided the model was here: 0 bits is certain, each bit more doubles the number of equally likely words.</source>
        <translation>模型在这里有多犹豫：0 比特为确定，每多一比特，同样可能的词就多一倍。</translation>
    </message>
    <message>
        <source>Enter branches here</source>
        <translation>按回车在此分支</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来是什么</translation>
    </message>
    <message>
        <source>Instead of “%1”</source>
        <translation>代替“%1”</translation>
    </message>
    <message>
        <source>entropy %1 bits</source>
        <translation>熵 %1 比特</translation>
    </message>
    <message>
        <source>1–%1 choose</source>
        <translation>1–%1 选择</translation>
    </message>
    <message>
        <source>A click branches here</source>
        <translation>点击即可在此分支</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>A studio for generative models.</source>
        <translation>生成模型工作室。</translation>
    </message>
    <message>
        <source>Keep settings in FILE.</source>
        <translation>将设置保存在 FILE 中。</translation>
    </message>
    <message>
        <source>Train for SECONDS, print how smooth the window stayed, and quit.</source>
        <translation>训练 SECONDS 秒，打印窗口的流畅程度，然后退出。</translation>
    </message>
    <message>
        <source>A value of the measured run, ID=VALUE; repeatable.</source>
        <translation>测量所用训练的一个值，ID=VALUE；可重复。</translation>
    </message>
    <message>
        <source>Drag a slider of Explore for SECONDS, print how soon the picture followed, and quit; with --set also while training.</source>
        <translation>拖动“探索”中的滑块 SECONDS 秒，打印图片跟随的快慢，然后退出；加上 --set 时也在训练中测量。</translation>
    </message>
    <message>
        <source>Type for SECONDS while a model writes, in a project of its own, print how soon each key was on the screen, and quit.</source>
        <translation>在模型写作时打字 SECONDS 秒（使用单独的项目），打印每次按键多快出现在屏幕上，然后退出。</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Vincent van Gogh, public domain</source>
        <translation>文森特·梵高，公有领域</translation>
    </message>
    <message>
        <source>Tower Bridge, London</source>
        <translation>伦敦塔桥</translation>
    </message>
    <message>
        <source>Photo by David Iliff, CC BY-SA 4.0</source>
        <translation>照片：David Iliff，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Neuschwanstein</source>
        <translation>新天鹅堡</translation>
    </message>
    <message>
        <source>Photo by Softeis, CC BY-SA 4.0</source>
        <translation>照片：Softeis，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Taj Mahal</source>
        <translation>泰姬陵</translation>
    </message>
    <message>
        <source>Photo by Dhirad, CC BY-SA 4.0</source>
        <translation>照片：Dhirad，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Eilean Donan</source>
        <translation>爱莲多南堡</translation>
    </message>
    <message>
        <source>Photo by Guillaume Piolle, CC BY 4.0</source>
        <translation>照片：Guillaume Piolle，CC BY 4.0</translation>
    </message>
    <message>
        <source>Chenonceau</source>
        <translation>舍农索城堡</translation>
    </message>
    <message>
        <source>Photo by Ra-smit, CC BY-SA 4.0</source>
        <translation>照片：Ra-smit，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Egeskov</source>
        <translation>伊埃斯科城堡</translation>
    </message>
    <message>
        <source>Photo by Malene Thyssen, CC BY-SA 4.0</source>
        <translation>照片：Malene Thyssen，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Windmill on Fanø</source>
        <translation>法诺岛的风车</translation>
    </message>
    <message>
        <source>Photo by Cnyborg, CC BY-SA 4.0</source>
        <translation>照片：Cnyborg，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Pyramids of Giza</source>
        <translation>吉萨金字塔</translation>
    </message>
    <message>
        <source>Photo by Ricardo Liberato, CC BY-SA 4.0</source>
        <translation>照片：Ricardo Liberato，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Louvre, Paris</source>
        <translation>巴黎卢浮宫</translation>
    </message>
    <message>
        <source>Photo by Benh Lieu Song, CC BY-SA 4.0</source>
        <translation>照片：Benh Lieu Song，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Nagoya Castle</source>
        <translation>名古屋城</translation>
    </message>
    <message>
        <source>Photo by Base64, CC BY-SA 4.0</source>
        <translation>照片：Base64，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Notre-Dame, Paris</source>
        <translation>巴黎圣母院</translation>
    </message>
    <message>
        <source>Photo by Sanchezn, CC BY-SA 4.0</source>
        <translation>照片：Sanchezn，CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Sydney Opera House</source>
        <translation>悉尼歌剧院</translation>
    </message>
    <message>
        <source>Eiffel Tower</source>
        <translation>埃菲尔铁塔</translation>
    </message>
    <message>
        <source>Café Terrace at Night</source>
        <translation>夜间的露天咖啡座</translation>
    </message>
    <message>
        <source>The Church at Auvers</source>
        <translation>奥维尔教堂</translation>
    </message>
    <message>
        <source>The Night Café</source>
        <translation>夜间咖啡馆</translation>
    </message>
    <message>
        <source>The Harvest</source>
        <translation>收获</translation>
    </message>
    <message>
        <source>The Painter on the Road</source>
        <translation>路上的画家</translation>
    </message>
    <message>
        <source>The Langlois Bridge</source>
        <translation>朗格卢瓦桥</translation>
    </message>
    <message>
        <source>Père Tanguy</source>
        <translation>唐吉老爹</translation>
    </message>
    <message>
        <source>Vestibule of the Asylum</source>
        <translation>精神病院的前厅</translation>
    </message>
    <message>
        <source>Lake at dusk</source>
        <translation>黄昏的湖</translation>
    </message>
    <message>
        <source>Fruit</source>
        <translation>水果</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>水流</translation>
    </message>
    <message>
        <source>Woodcut</source>
        <translation>木刻</translation>
    </message>
    <message>
        <source>Mosaic</source>
        <translation>马赛克</translation>
    </message>
    <message>
        <source>Drawn by Limner</source>
        <translation>由 Limner 绘制</translation>
    </message>
</context>
<context>
    <name>scalar</name>
    <message>
        <source>Loss D</source>
        <translation>D 损失</translation>
    </message>
    <message>
        <source>Loss G</source>
        <translation>G 损失</translation>
    </message>
    <message>
        <source>D accuracy, real</source>
        <translation>D 准确率，真实</translation>
    </message>
    <message>
        <source>D accuracy, fake</source>
        <translation>D 准确率，生成</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Reconstruction</source>
        <translation>重建</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>Validation loss</source>
        <translation>验证损失</translation>
    </message>
    <message>
        <source>Validation loss D</source>
        <translation>验证 D 损失</translation>
    </message>
    <message>
        <source>Validation loss G</source>
        <translation>验证 G 损失</translation>
    </message>
    <message>
        <source>Validation −ELBO</source>
        <translation>验证 −ELBO</translation>
    </message>
    <message>
        <source>Validation reconstruction</source>
        <translation>验证重建</translation>
    </message>
    <message>
        <source>Validation KL</source>
        <translation>验证 KL</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Learning rate D</source>
        <translation>D 学习率</translation>
    </message>
    <message>
        <source>Learning rate G</source>
        <translation>G 学习率</translation>
    </message>
    <message>
        <source>Validation perplexity</source>
        <translation>验证困惑度</translation>
    </message>
</context>
<context>
    <name>train</name>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Drag through what a model knows, set keys, render the path.</source>
        <translation>在模型所知中拖动，设置关键帧，渲染路径。</translation>
    </message>
    <message>
        <source>A picture and a style go in, a new picture grows.</source>
        <translation>放入一张图片和一种风格，长出一张新图片。</translation>
    </message>
    <message>
        <source>A model continues your sentence and shows what else it thought of.</source>
        <translation>模型续写你的句子，并显示它想到的其他可能。</translation>
    </message>
    <message>
        <source>A model of your own pictures or text. See every step, change it while it runs.</source>
        <translation>用自己的图片或文本训练模型。看见每一步，运行中随时调整。</translation>
    </message>
    <message>
        <source>Folder of pictures…</source>
        <translation>图片文件夹…</translation>
    </message>
    <message>
        <source>Text file…</source>
        <translation>文本文件…</translation>
    </message>
    <message>
        <source>Run folder…</source>
        <translation>训练文件夹…</translation>
    </message>
    <message>
        <source>Model file…</source>
        <translation>模型文件…</translation>
    </message>
</context>
</TS>
