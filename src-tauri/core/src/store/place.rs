//! Where a file lies. SQLite's log needs memory that all processes share, which a drive reached over the network cannot give.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf, Prefix};

use crate::error::{Error, ErrorCode, Result};
use crate::store::environment::Environment;

/// File systems of Linux whose files lie on another machine, or on the host of a virtual one.
const NETWORK: &[&str] = &[
    "9p",
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "davfs2",
    "gfs2",
    "gluster",
    "glusterfs",
    "lustre",
    "ncp",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "prl_fs",
    "smb2",
    "smb3",
    "smbfs",
    "vboxsf",
    "virtiofs",
    "vmhgfs",
    "webdav",
];

/// The same through FUSE, where the type is `fuse.` and one of these.
const NETWORK_FUSE: &[&str] = &[
    "afpfs",
    "ceph",
    "cifs",
    "curlftpfs",
    "davfs",
    "davfs2",
    "gcsfuse",
    "glusterfs",
    "google-drive-ocamlfuse",
    "goofys",
    "gvfsd-fuse",
    "nfs",
    "onedriver",
    "rclone",
    "s3fs",
    "smb",
    "smbnetfs",
    "sshfs",
    "vmhgfs-fuse",
    "webdav",
    "webdavfs",
];

/// A mounted file system on another machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkMount {
    /// Its type, e.g. `nfs4`.
    pub system: String,
    /// Where it is mounted.
    pub mount: PathBuf,
}

/// The network file system an absolute path without links lies on, by Linux's table of mounts (`/proc/self/mountinfo`). None where it
/// lies on a local one.
pub fn network_file_system(path: &Path, mountinfo: &str) -> Option<NetworkMount> {
    let mut nearest: Option<NetworkMount> = None;
    for line in mountinfo.lines() {
        // 36 35 98:0 /root /mount/point rw,noatime shared:1 - ext4 /dev/sda1 rw
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(mount), Some(system)) = (before.split(' ').nth(4), after.split(' ').next()) else { continue };
        let mount = PathBuf::from(unescape(mount));
        // A later mount on the same place hides the earlier one.
        let nearer = nearest.as_ref().is_none_or(|found| mount.components().count() >= found.mount.components().count());
        if nearer && path.starts_with(&mount) {
            nearest = Some(NetworkMount { system: system.to_owned(), mount });
        }
    }
    nearest.filter(|found| is_network(&found.system))
}

fn is_network(system: &str) -> bool {
    match system.strip_prefix("fuse.") {
        Some(kind) => NETWORK_FUSE.contains(&kind),
        None => NETWORK.contains(&system),
    }
}

/// A space, tab, line break or backslash stands in the table as its octal number: `\040`.
fn unescape(text: &str) -> OsString {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let octal = (*first == b'\\').then(|| after.get(..3)).flatten();
        match octal.and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|digits| u8::from_str_radix(digits, 8).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[3..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned().into()
}

/// On Windows: the share of a path such as `\\server\share\file`, which is also what a mapped drive's full path looks like.
fn windows_share(path: &Path) -> Option<NetworkMount> {
    let Some(Component::Prefix(prefix)) = path.components().next() else { return None };
    match prefix.kind() {
        Prefix::UNC(..) | Prefix::VerbatimUNC(..) => {
            Some(NetworkMount { system: "SMB".to_owned(), mount: PathBuf::from(prefix.as_os_str()) })
        }
        _ => None,
    }
}

/// Refuses to write where a log is not safe. The path is absolute and without links.
pub(super) fn refuse_network(path: &Path, environment: &Environment) -> Result<()> {
    let mounted = environment.mounts.as_deref().and_then(|mounts| network_file_system(path, mounts));
    match mounted.or_else(|| windows_share(path)) {
        None => Ok(()),
        Some(found) => Err(Error::new(ErrorCode::FileOnNetwork)
            .with("file", path.display())
            .with("system", found.system)
            .with("mount", found.mount.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:50 / /home/anna/f\\303\\246lles\\040drev rw - cifs //server/share rw
41 27 0:51 / /mnt rw - nfs4 server:/export rw
42 41 0:52 / /mnt/local rw - xfs /dev/sdb1 rw
43 27 0:53 / /media/disk rw - fuseblk /dev/sdc1 rw
44 27 0:54 / /run/user/1000/gvfs rw - fuse.gvfsd-fuse gvfsd-fuse rw
45 27 0:55 / /twice rw - ext4 /dev/sdd1 rw
46 45 0:56 / /twice rw master:2 shared:3 - 9p host rw
broken line";

    #[test]
    fn finds_the_nearest_mount() {
        for (path, expected) in [
            ("/home/anna/tilsagn.db", None),
            ("/home/anna/fælles drev/tilsagn.db", Some("cifs")),
            ("/home/anna/fælles drev 2/tilsagn.db", None),
            ("/mnt/a/b.db", Some("nfs4")),
            ("/mnt/local/b.db", None),
            ("/mntb/b.db", None),
            ("/media/disk/b.db", None),
            ("/run/user/1000/gvfs/smb-share:server=x/b.db", Some("fuse.gvfsd-fuse")),
            ("/twice/b.db", Some("9p")),
        ] {
            let found = network_file_system(Path::new(path), TABLE);
            assert_eq!(found.as_ref().map(|found| found.system.as_str()), expected, "{path}");
        }
    }

    #[test]
    fn names_the_mount() {
        let found = network_file_system(Path::new("/home/anna/fælles drev/x/tilsagn.db"), TABLE).unwrap();
        assert_eq!(found.mount, Path::new("/home/anna/fælles drev"));
    }

    #[test]
    fn an_empty_table_knows_of_no_network() {
        assert_eq!(network_file_system(Path::new("/a"), ""), None);
    }
}
