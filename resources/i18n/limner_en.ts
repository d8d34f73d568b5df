<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>limner::app::BranchPanel</name>
    <message numerus="yes">
        <source>now, %n token(s)</source>
        <translation>
            <numerusform>now, %n token</numerusform>
            <numerusform>now, %n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>yours, %n word(s)</source>
        <translation>
            <numerusform>yours, %n word</numerusform>
            <numerusform>yours, %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::ChannelPanel</name>
    <message numerus="yes">
        <source>%n channels</source>
        <translation>
            <numerusform>%n channel</numerusform>
            <numerusform>%n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::CloseGuard</name>
    <message numerus="yes">
        <source>%n waiting run(s) have not begun and leave the queue.</source>
        <translation>
            <numerusform>%n waiting run has not begun and leaves the queue.</numerusform>
            <numerusform>%n waiting runs have not begun and leave the queue.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::CompareColumn</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::DirectionPanel</name>
    <message numerus="yes">
        <source>All %n dimensions…</source>
        <translation>
            <numerusform>All %n dimension…</numerusform>
            <numerusform>All %n dimensions…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::Documents</name>
    <message numerus="yes">
        <source>%n place(s) were no text; “�” stands there now.</source>
        <translation>
            <numerusform>%n place was no text; “�” stands there now.</numerusform>
            <numerusform>%n places were no text; “�” stands there now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::ExploreOutputs</name>
    <message numerus="yes">
        <source>%n pictures saved</source>
        <translation>
            <numerusform>%n picture saved</numerusform>
            <numerusform>%n pictures saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::FilmPanel</name>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::JobBarWiring</name>
    <message numerus="yes">
        <source>Ready on %1, %n thread(s)</source>
        <translation>
            <numerusform>Ready on %1, %n thread</numerusform>
            <numerusform>Ready on %1, %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::KeyPanel</name>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::LibraryPage</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n installed</source>
        <translation>
            <numerusform>%n installed</numerusform>
            <numerusform>%n installed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::MemoryPanel</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n branches</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::ParameterPanel</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::RunCard</name>
    <message numerus="yes">
        <source>All %n files are whole and match their hashes.</source>
        <translation>
            <numerusform>The one file is whole and matches its hash.</numerusform>
            <numerusform>All %n files are whole and match their hashes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::SamplePanel</name>
    <message numerus="yes">
        <source>%n fixed samples</source>
        <translation>
            <numerusform>%n fixed sample</numerusform>
            <numerusform>%n fixed samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::SettingsPage</name>
    <message numerus="yes">
        <source>Computes on %1 with %n thread(s)</source>
        <translation>
            <numerusform>Computes on %1 with %n thread</numerusform>
            <numerusform>Computes on %1 with %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::StartPanel</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::StylizeSweep</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::WriteInspector</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The model sees the last part of the text: %n token(s) before it did not fit.</source>
        <translation>
            <numerusform>The model sees the last part of the text: %n token before it did not fit.</numerusform>
            <numerusform>The model sees the last part of the text: %n tokens before it did not fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::app::ZoomPanel</name>
    <message numerus="yes">
        <source>%n frames</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::widgets::FindBar</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::widgets::ParamForm</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>limner::widgets::QueueChip</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
