package io.turnkey.json;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Internet addresses by their numbers alone: the JDK's own parser asks name servers for what is no number. */
final class Addresses {
    private static final int GROUPS = 8;

    private Addresses() {}

    static String format(InetAddress address) {
        if (!(address instanceof Inet6Address six)) {
            return address.getHostAddress();
        }
        byte[] bytes = six.getAddress();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 2) {
            text.append(i == 0 ? "" : ":")
                    .append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)));
        }
        return six.getScopeId() == 0 ? text.toString() : text + "%" + six.getScopeId();
    }

    static InetAddress parse(String text) throws UnknownHostException {
        if (text.indexOf(':') < 0) {
            return InetAddress.getByAddress(bytes(text.split("\\.", 5), 4, 1, 10));
        }
        int scope = text.indexOf('%');
        String address = scope < 0 ? text : text.substring(0, scope);
        return Inet6Address.getByAddress(
                null,
                bytes(address.split(":", GROUPS + 1), GROUPS, 2, 16),
                scope < 0 ? 0 : Integer.parseInt(text.substring(scope + 1)));
    }

    private static byte[] bytes(String[] groups, int count, int size, int radix) {
        if (groups.length != count) {
            throw new IllegalArgumentException();
        }
        byte[] bytes = new byte[count * size];
        for (int i = 0; i < count; i++) {
            int group = Integer.parseUnsignedInt(groups[i], radix);
            if (group >>> (8 * size) != 0) {
                throw new IllegalArgumentException();
            }
            for (int j = 0; j < size; j++) {
                bytes[i * size + j] = (byte) (group >>> (8 * (size - 1 - j)));
            }
        }
        return bytes;
    }
}
