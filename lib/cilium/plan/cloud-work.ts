import type { Cloud } from './cloud-of';
import type { HandWork } from './plan';

const why =
  'With DSR a backend’s node answers under the address of the Service, which is not its own, and a network that checks addresses drops such replies.';

/** How a cloud is told to let nodes send under other addresses (cilium-config.md 3.1; for Azure and GCP from their own documentation). */
export const addressWork: Readonly<Record<Cloud, HandWork>> = {
  aws: {
    title: 'AWS: turn the source/destination check off',
    why: `${why} The check is on for every instance, and for each further network interface by itself.`,
    command:
      'aws ec2 modify-instance-attribute --instance-id INSTANCE --no-source-dest-check\naws ec2 modify-network-interface-attribute --network-interface-id INTERFACE --no-source-dest-check',
  },
  azure: {
    title: 'Azure: turn IP forwarding on',
    why: `${why} A network interface sends under other addresses only while its IP forwarding is on.`,
    command: 'az network nic update --resource-group GROUP --name INTERFACE --ip-forwarding true',
  },
  gcp: {
    title: 'GCP: see that instances may forward',
    why: `${why} An instance sends under other addresses only with canIpForward, which is given when it is made.`,
    command: "gcloud compute instances describe INSTANCE --zone ZONE --format 'value(canIpForward)'",
  },
  other: {
    title: 'See that nobody filters replies by their source address',
    why: `${why} Switches and routers do so by unicast reverse-path forwarding, hypervisors by port security or forged-transmit rules. Watch for the replies where they enter the client’s network:`,
    command: 'tcpdump -ni DEVICE src host SERVICE-ADDRESS',
  },
};

/** What network cards need for a native XDP program, by cloud (cilium-config.md 3.2). */
export function accelerationWork(device: string): Readonly<Record<Cloud, readonly HandWork[]>> {
  return {
    aws: [
      {
        title: 'AWS: lower the MTU of the device to 3498 at most',
        why: 'The ENA driver takes a native XDP program only below that, and from version 2.2.8. A reboot of the node undoes it: put it into the launch template.',
        command: `ethtool -i ${device}   # read the version\nip link set dev ${device} mtu 3498`,
      },
      {
        title: 'AWS: halve the queues of the device',
        why: 'ENA needs as many queues for XDP as for traffic: at most half of them may be in use. A reboot undoes this as well.',
        command: `ethtool -l ${device}   # read the maximum\nethtool -L ${device} combined HALF`,
      },
    ],
    azure: [
      {
        title: 'Azure: turn Accelerated Networking on',
        why: 'XDP needs it, on ConnectX-4 Lx or newer, with kernel 5.6 or later (or 5.4.0-1022-azure).',
        command:
          'az network nic update --resource-group GROUP --name INTERFACE --accelerated-networking true',
      },
      {
        title: 'Azure: turn LRO off',
        why: 'The driver takes no XDP program while large receive offload is on.',
        command: `ethtool -K ${device} lro off`,
      },
    ],
    gcp: [
      {
        title: 'GCP: see whether the driver takes XDP programs at all',
        why: 'Cilium’s documentation calls XDP unsupported on virtIO and gVNIC; its table of drivers lists gve from kernel 6.4 and virtio_net from 4.10. Try it on one node first.',
        command: `ethtool -i ${device}\nuname -r`,
      },
    ],
    other: [
      {
        title: 'See that the driver takes XDP programs',
        why: 'With native every selected device must take one, or the agent of that node does not start. Some want a small MTU: virtio_net below 3506, bnxt_en 3502.',
        command: `ethtool -i ${device}\nip link show dev ${device}`,
      },
    ],
  };
}
