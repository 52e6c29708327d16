//! Real clusters on this machine: a shard moved, a replica taking over.

use crate::servers::{Server, eventually};

/// Servers that share the slots evenly, without replicas.
pub struct Cluster {
    pub servers: Vec<Server>,
}

impl Cluster {
    pub fn start(count: u16) -> Self {
        let servers: Vec<_> = (0..count).map(|_| Server::start_in_cluster(&[])).collect();
        let share = 16384 / count;
        for (place, server) in (0..).zip(&servers) {
            let first = share * place;
            let last = if place + 1 == count {
                16383
            } else {
                first + share - 1
            };
            let _: () = server.ask(&[
                "CLUSTER",
                "ADDSLOTSRANGE",
                &first.to_string(),
                &last.to_string(),
            ]);
            let _: () = server.ask(&["CLUSTER", "SET-CONFIG-EPOCH", &(place + 1).to_string()]);
            server.meet(&servers[0]);
        }
        for server in &servers {
            eventually("the cluster", || {
                let state: String = server.ask(&["CLUSTER", "INFO"]);
                let complete = state.contains(&format!("cluster_known_nodes:{count}\r"));
                (complete && state.contains("cluster_state:ok")).then_some(())
            });
        }
        Self { servers }
    }

    /// The server that holds a key now.
    pub fn owner(&self, key: &str) -> &Server {
        let slot = self.slot(key);
        let holds = |server: &&Server| {
            let nodes: String = server.ask(&["CLUSTER", "NODES"]);
            let itself = nodes.lines().find(|line| line.contains("myself"));
            let ranges = itself.expect("it knows itself").split(' ').skip(8);
            ranges.filter(|range| !range.starts_with('[')).any(|range| {
                let (first, last) = range.split_once('-').unwrap_or((range, range));
                let number = |text: &str| text.parse::<u16>().expect("a slot");
                (number(first)..=number(last)).contains(&slot)
            })
        };
        self.servers.iter().find(holds).expect("somebody holds it")
    }

    /// Moves the slot of a key, with all that is in it, to another server.
    pub fn move_slot_of(&self, key: &str) {
        let slot = self.slot(key).to_string();
        let from = self.owner(key);
        let others = |server: &&Server| server.port != from.port;
        let to = self.servers.iter().find(others).expect("two servers");
        let name = |server: &Server| server.ask::<String>(&["CLUSTER", "MYID"]);
        let (source, target) = (name(from), name(to));
        let _: () = to.ask(&["CLUSTER", "SETSLOT", &slot, "IMPORTING", &source]);
        let _: () = from.ask(&["CLUSTER", "SETSLOT", &slot, "MIGRATING", &target]);
        let keys: Vec<String> = from.ask(&["CLUSTER", "GETKEYSINSLOT", &slot, "1000"]);
        for key in keys {
            let port = to.port.to_string();
            let _: String = from.ask(&["MIGRATE", "127.0.0.1", &port, &key, "0", "5000"]);
        }
        for server in [to, from] {
            let _: () = server.ask(&["CLUSTER", "SETSLOT", &slot, "NODE", &target]);
        }
        // Two moves faster than the servers' own talk would end in the same epoch, and one of them would be undone.
        eventually("one epoch for all servers", || {
            let number = |server: &Server, field: &str| -> Option<String> {
                let state: String = server.ask(&["CLUSTER", "INFO"]);
                let line = state.lines().find_map(|line| line.strip_prefix(field));
                line.map(str::to_owned)
            };
            let masters = [to, from];
            let [one, other] = masters.map(|server| number(server, "cluster_current_epoch:"));
            let [mine, yours] = masters.map(|server| number(server, "cluster_my_epoch:"));
            (one == other && mine != yours).then_some(())
        });
    }

    /// A new server that takes over when `master` dies.
    pub fn replica_of(&self, master: &Server) -> Server {
        let replica = Server::start_in_cluster(&["--repl-diskless-sync-delay", "0"]);
        let name: String = master.ask(&["CLUSTER", "MYID"]);
        replica.meet(master);
        eventually("the master's name", || {
            let known: String = replica.ask(&["CLUSTER", "NODES"]);
            known.contains(&name).then_some(())
        });
        let _: () = replica.ask(&["CLUSTER", "REPLICATE", &name]);
        eventually("the replica", || {
            let state: String = replica.ask(&["INFO", "replication"]);
            let slots: String = self.servers[0].ask(&["CLUSTER", "NODES"]);
            let known = slots.contains(&replica.port.to_string());
            (known && state.contains("master_link_status:up")).then_some(())
        });
        replica
    }

    fn slot(&self, key: &str) -> u16 {
        self.servers[0].ask(&["CLUSTER", "KEYSLOT", key])
    }

    pub fn urls(&self) -> Vec<String> {
        self.servers.iter().map(Server::url).collect()
    }
}
