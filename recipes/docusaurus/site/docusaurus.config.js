export default {
  title: "A handbook",
  url: "https://example.org",
  baseUrl: "/handbook/",
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
};
