"""Floor 5, faces: the workspace's composite pages, the console's commands, the demonstration world. They translate, they do not decide."""
