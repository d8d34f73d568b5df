// What the values of a "write" recipe mean to the page: the rows of its form, prompts, and turns of a chat.
#pragma once

#include <QString>
#include <vector>

#include "core/types/param.h"

namespace limner::app {

/// The rows that the form shows: how to sample, how long to write, where to stop. The model, the text and the
/// output belong to other parts of the page. Where to stop is a choice of a few.
ParamTable writeFormTable(const ParamTable& table, const ParamValues& values);
/// Values without model, text and output: what stays the same from one passage to the next.
ParamValues writingSettings(ParamValues values);
/// "0.80" or "greedy": what a branch was made with, in a few letters.
QString settingsText(const ParamTable& table, const ParamValues& values);

/// The end of a text that a model is given; more than it can look back on is of no use to it.
QString promptOf(const QString& text);
inline constexpr int kLongestPrompt = 16000;  ///< UTF-16 units

struct ChatTurn {
    bool isPerson = true;
    QString text;
    friend bool operator==(const ChatTurn&, const ChatTurn&) = default;
};
/// How turns are laid out as a text for the model.
struct ChatLayout {
    QString person;   ///< before what the person says
    QString model;    ///< before what the model says
    QString between;  ///< behind each turn
};
/// Whether it says where each speaks: "User: {person}\nBot: {model}\n".
bool isChatTemplate(const QString& text);
/// "You: {person}\nModel: {model}\n"
QString plainChatTemplate();
/// Of a template; the plain one where it is none.
ChatLayout chatLayout(const QString& chatTemplate);
/// All turns and the beginning of the model's next.
QString chatPrompt(const std::vector<ChatTurn>& turns, const ChatLayout& layout);
/// Where the model's turn ends, as the row "stop" has it: it begins to speak for the person, or writes what
/// stands behind a turn.
QString chatStop(const ChatLayout& layout);
QString chatMarkdown(const std::vector<ChatTurn>& turns, const QString& modelTitle);

}  // namespace limner::app
