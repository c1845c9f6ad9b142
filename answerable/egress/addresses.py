"""Which IP addresses may be reached: our own table, because Python's `is_global` lets 14 of 41 bad ones through.

Sources: the IANA special-purpose registries for IPv4 and IPv6 (2026), multicast and reserved blocks (RFC 1112,
RFC 5771), and every IPv6 form that carries an IPv4 address inside (RFC 4291, 6052, 3056, 4380).
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from answerable.egress.policy import EgressPolicy

Address = IPv4Address | IPv6Address

FORBIDDEN_V4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
#: Metadata services that answer on addresses that look public (Alibaba's lies in 100.64/10 and is above).
ALSO_FORBIDDEN_V4 = (IPv4Network("168.63.129.16/32"),)
GLOBAL_V6 = IPv6Network("2000::/3")
FORBIDDEN_V6 = tuple(
    IPv6Network(block)
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "2620:4f:8000::/48")
)
MAPPED = IPv6Network("::ffff:0:0/96")


def plain(address: Address) -> Address:
    """Unwrap an IPv4 address that wears an IPv6 coat (::ffff:a.b.c.d), as the kernel does on connect."""
    if isinstance(address, IPv6Address) and address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return address


def is_public(address: Address) -> bool:
    """Say whether an address is ordinary public space: everything not known to be is not."""
    address = plain(address)
    if isinstance(address, IPv4Address):
        return not any(address in block for block in (*FORBIDDEN_V4, *ALSO_FORBIDDEN_V4))
    if address.scope_id is not None:
        return False
    return address in GLOBAL_V6 and not any(address in block for block in FORBIDDEN_V6)


def may_reach(address: Address, policy: EgressPolicy) -> bool:
    """Say whether the policy lets a call connect to this address."""
    address = plain(address)
    if address.is_loopback:
        return policy.allow_loopback
    if any(address.version == block.version and address in block for block in policy.allow_networks):
        return True
    return is_public(address)


def read_address(text: str) -> Address | None:
    """Read an address as the resolver or a socket gives it; None when it is a name."""
    try:
        return ip_address(text)
    except ValueError:
        return None
