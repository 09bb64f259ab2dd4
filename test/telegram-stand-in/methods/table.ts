import * as chats from './chats.ts';
import type { Method } from './messages.ts';
import * as messages from './messages.ts';

const known: Record<string, Method> = {
  sendMessage: messages.sendMessage,
  sendPhoto: messages.sendPhoto,
  sendDocument: messages.sendDocument,
  editMessageText: messages.editMessageText,
  editMessageCaption: messages.editMessageCaption,
  editMessageReplyMarkup: messages.editMessageReplyMarkup,
  deleteMessage: messages.deleteMessage,
  sendChatAction: messages.sendChatAction,
  getMe: chats.getMe,
  getChat: chats.getChat,
  getChatMember: chats.getChatMember,
  getChatAdministrators: chats.getChatAdministrators,
  leaveChat: chats.leaveChat,
  setMyCommands: chats.setMyCommands,
  getMyCommands: chats.getMyCommands,
  deleteMyCommands: chats.deleteMyCommands,
  getFile: chats.getFile,
  answerCallbackQuery: chats.answerCallbackQuery,
  answerInlineQuery: chats.answerInlineQuery,
  setWebhook: chats.setWebhook,
  deleteWebhook: chats.deleteWebhook,
  getWebhookInfo: chats.getWebhookInfo,
  setMyDescription: chats.accept,
  setMyShortDescription: chats.accept,
  setMyName: chats.accept,
  setChatMenuButton: chats.accept,
  close: chats.accept,
  logOut: chats.accept,
};

const byLowerCase = new Map(Object.entries(known).map(([name, method]) => [name.toLowerCase(), method]));

/** Method names are case-insensitive. */
export function findMethod(name: string): Method {
  return byLowerCase.get(name.toLowerCase()) ?? chats.unknownMethod;
}
