/** To whoever hands in a file that was destroyed with somebody's data. */
export const evidenceDestroyed =
  '这份文件已随个人信息的删除依法销毁，不能再上传。其中还有他人的记录需要佐证的，请把已删除人员的姓名、肖像遮去后另存，再上传。';
