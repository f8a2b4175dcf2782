// Loaded before the server: whoever opens a connection gets an error, as on a machine without network.
const net = require("node:net");
net.Socket.prototype.connect = function () {
  this.destroy(new Error("the test has no network"));
  return this;
};
